#pragma once

#include "engine/data/dataset.h"
#include "ui/session/snapshot.h"
#include "ui/theme/theme.h"
#include "ui/window/digit_choice.h"

#include <QRectF>
#include <QWidget>

#include <array>
#include <memory>

class QPushButton;
class QVBoxLayout;

namespace rbm {

class DigitBrowser;
class SegmentedControl;

/// Which half of every start image is held.
enum class Clamp { None, Top, Left };

/// The held part in shares of an image's sides; empty for None.
QRectF clampedPart(Clamp clamp);
/// [height * width], 1 where a pixel is held; null for None.
ByteTiles clampedPixels(Clamp clamp, const Dataset &images);

/// The left side of the Gibbs explorer: choose start images, run the chain.
class GibbsControls : public QWidget {
    Q_OBJECT
public:
    explicit GibbsControls(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setData(std::shared_ptr<const Dataset> images);
    void showChains(const ChainView &chains);

    std::array<bool, 10> classes() const;
    DigitOrder order() const;
    bool isNoise() const; ///< the chains start at noise instead of digits
    Clamp clamp() const;

signals:
    void pickWanted();
    void digitPicked(quint32 row);
    void playWanted(bool on);
    void stepWanted();
    void restartWanted();
    void clampChanged();
    void speedChanged(double stepsPerSecond);

private:
    void addChoice(QVBoxLayout *layout);
    void addBrowser(QVBoxLayout *layout);
    void addClamp(QVBoxLayout *layout);
    void addRun(QVBoxLayout *layout);
    void classesChanged();

    std::array<QPushButton *, 10> m_digits{};
    SegmentedControl *m_order;
    QPushButton *m_pick;
    DigitBrowser *m_browser;
    SegmentedControl *m_speed;
    QPushButton *m_play;
    QPushButton *m_step;
    QPushButton *m_restart;
    SegmentedControl *m_clamp;
    std::shared_ptr<const Dataset> m_data;
    Theme m_theme{};
    bool m_running = false;
};

} // namespace rbm
