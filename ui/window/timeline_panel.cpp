#include "ui/window/timeline_panel.h"

#include "ui/theme/theme.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/timeline_view.h"

#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <cmath>

namespace rbm {

namespace {
QString modelText(const TrainingSnapshot &snapshot) {
    const QLocale locale;
    const ChainView &chains = snapshot.chains;
    if (chains.modelUpdate == 0)
        return TimelinePanel::tr("untrained model");
    const double epoch = chains.modelEpoch;
    if (epoch == std::floor(epoch))
        return TimelinePanel::tr("model of epoch %1").arg(locale.toString(epoch, 'f', 0));
    return TimelinePanel::tr("model of epoch %1").arg(locale.toString(epoch, 'f', 2));
}
} // namespace

TimelinePanel::TimelinePanel(QWidget *parent)
    : Panel(tr("Chain timeline"), parent),
      m_newest(new QPushButton(tr("Restart with the newest model"), this)),
      m_live(new QPushButton(tr("Live"), this)), m_view(new TimelineView(this)) {
    m_newest->setObjectName(QStringLiteral("chainNewestModel"));
    m_newest->setProperty("quiet", true);
    m_newest->setToolTip(tr("The model was trained since these chains began"));
    m_newest->hide();
    addToHeader(m_newest);
    m_live->setObjectName(QStringLiteral("chainLive"));
    m_live->setProperty("quiet", true);
    m_live->setCheckable(true);
    m_live->setChecked(true);
    m_live->setToolTip(tr("Follow the newest step (End)"));
    addToHeader(m_live);
    m_view->setObjectName(QStringLiteral("chainTimeline"));
    m_view->setAccessibleName(tr("Chain timeline"));
    m_view->setAccessibleDescription(
        tr("Left and right go one step, Page Up and Page Down to the next picture, Home to the "
           "start, End to the newest step"));
    m_view->setMarks({kTimelineSteps.begin(), kTimelineSteps.end()});
    whenLanguageChanges(m_view, [this] { m_view->setCurveTitle(tr("Free energy")); });
    body()->addWidget(m_view, 1);
    connect(m_view, &TimelineView::scrubbed, this, [this](int step) {
        m_live->setChecked(step < 0);
        emit stepWanted(step);
    });
    connect(m_live, &QPushButton::clicked, this, [this] {
        m_live->setChecked(true);
        m_view->follow();
    });
    connect(m_newest, &QPushButton::clicked, this, &TimelinePanel::newestModelWanted);
}

void TimelinePanel::applyTheme(const Theme &theme) { m_view->setTheme(theme); }

void TimelinePanel::setTileShape(int width, int height) { m_view->setTileShape(width, height); }

void TimelinePanel::showHeld(const ByteTiles &held) { m_view->setHeld(held); }

void TimelinePanel::reset() {
    m_view->reset();
    m_live->setChecked(true);
}

void TimelinePanel::follow() { m_view->follow(); }

void TimelinePanel::show(const TrainingSnapshot &snapshot) {
    const ChainView &chains = snapshot.chains;
    const QLocale locale;
    const auto number = [&locale](std::uint64_t value) {
        return locale.toString(static_cast<qulonglong>(value));
    };
    const QString place =
        chains.following
            ? tr("step %1 of %2").arg(number(chains.step), number(kChainLength))
            : tr("step %1, the newest is %2").arg(number(chains.step), number(chains.live));
    setCaption(tr("%1 · %2").arg(place, modelText(snapshot)));
    m_newest->setVisible(chains.live > 0 && chains.modelUpdate != snapshot.update);
    if (static_cast<int>(chains.live) < m_view->live())
        reset(); // they began anew, with another model perhaps
    m_view->setLive(static_cast<int>(chains.live));
    if (chains.detail == nullptr)
        return;
    m_view->setPictures(chains.detail->thumbnails);
    m_view->setCurve(chains.detail->traceSteps, chains.detail->trace);
}

} // namespace rbm
