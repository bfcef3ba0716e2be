#include "ui/window/zoom.h"

#include "ui/theme/theme.h"

#include <QSettings>

#include <algorithm>

namespace rbm {

namespace {

constexpr const char *kFactor = "QT_SCALE_FACTOR";
const QString kZoom = QStringLiteral("zoom");

int g_ofThisStart = kUsualZoom;

/// Another program, or a person, may have written anything into the settings.
int nearestStep(int percent) {
    return *std::min_element(kZoomSteps.begin(), kZoomSteps.end(), [=](int a, int b) {
        return std::abs(a - percent) < std::abs(b - percent);
    });
}

} // namespace

int zoomBeside(int percent, int direction) {
    const auto at = std::find(kZoomSteps.begin(), kZoomSteps.end(), nearestStep(percent));
    const auto place = static_cast<int>(at - kZoomSteps.begin()) + direction;
    return kZoomSteps[static_cast<std::size_t>(
        std::clamp(place, 0, static_cast<int>(kZoomSteps.size()) - 1))];
}

int rememberedZoom() {
    bool isNumber = false;
    const int percent = QSettings().value(kZoom, kUsualZoom).toInt(&isNumber);
    return isNumber ? nearestStep(std::clamp(percent, kZoomSteps.front(), kZoomSteps.back()))
                    : kUsualZoom;
}

void rememberZoom(int percent) { QSettings().setValue(kZoom, percent); }

int zoomOfThisStart() { return g_ofThisStart; }

ZoomedStart::ZoomedStart(int percent)
    : m_wasSet(qEnvironmentVariableIsSet(kFactor)), m_before(qgetenv(kFactor)) {
    g_ofThisStart = percent;
    setTypeScale(percent < kUsualZoom ? percent / 100.0 : 1);
    // A factor that a person set for their screen still counts.
    bool isNumber = false;
    const double before = m_before.toDouble(&isNumber);
    const double factor = (isNumber && before > 0 ? before : 1) * percent / 100;
    if (percent > kUsualZoom)
        qputenv(kFactor, QByteArray::number(factor));
}

ZoomedStart::~ZoomedStart() {
    if (m_wasSet)
        qputenv(kFactor, m_before);
    else
        qunsetenv(kFactor);
}

} // namespace rbm
