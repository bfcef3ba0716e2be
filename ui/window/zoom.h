#pragma once

#include <QByteArray>

#include <array>

namespace rbm {

/// How large the window is drawn, in percent of its usual size. Below 100 only type and spacing
/// are smaller: Qt paints widgets at one pixel per pixel or more (QPainter takes no device pixel
/// ratio below 1), but would lay them out and clip them as if they were smaller.
inline constexpr std::array<int, 8> kZoomSteps = {80, 90, 100, 110, 125, 150, 175, 200};
inline constexpr int kUsualZoom = 100;

/// The step beside this one: larger for +1, smaller for -1; at the ends the same.
int zoomBeside(int percent, int direction);

/// What the next start is to be drawn at. Needs the application's names, but no application.
int rememberedZoom();
void rememberZoom(int percent);

/// What this program was started with.
int zoomOfThisStart();

/// While it lives, a QApplication that is made draws everything at this zoom (below 100 type and
/// spacing alone, which stay so): type, icons, widgets and plots alike, as if for a screen of so
/// many more pixels. Qt takes such a factor only at the start of a program, by its environment;
/// afterwards that is as it was, so that a program that this one starts is not enlarged twice.
class ZoomedStart {
public:
    explicit ZoomedStart(int percent);
    ~ZoomedStart();
    ZoomedStart(const ZoomedStart &) = delete;
    ZoomedStart &operator=(const ZoomedStart &) = delete;

private:
    bool m_wasSet;
    QByteArray m_before;
};

} // namespace rbm
