#include "ui/window/transport_bar.h"

#include "ui/theme/icons.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/segmented_control.h"
#include "ui/window/panel.h"

#include <QAction>
#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QStyle>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <initializer_list>

namespace rbm {

namespace {
constexpr int kRoomy = 1300; ///< the width from which on nothing needs to be narrow
constexpr int kProgressWidth = 196;
constexpr int kMainWidth = 116;
constexpr int kSpeedWidth = 132;
constexpr int kNarrowSpeed = 80;

QWidget *makeStretch(QWidget *parent) {
    auto *widget = new QWidget(parent);
    widget->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    return widget;
}
} // namespace

QString timeLeft(std::optional<double> seconds) {
    if (!seconds || !std::isfinite(*seconds))
        return {};
    const double left = std::max(0.0, *seconds);
    if (left < 90)
        return TransportBar::tr("%1 s left").arg(std::lround(left));
    if (left < 90 * 60)
        return TransportBar::tr("%1 min left").arg(std::lround(left / 60));
    return TransportBar::tr("%1 h left").arg(QLocale().toString(left / 3600, 'f', 1));
}

/// Nobody shall lose it by accident.
void fix(QToolBar &row) {
    row.setMovable(false);
    row.setFloatable(false);
    row.setContextMenuPolicy(Qt::PreventContextMenu);
}

TransportBar::TransportBar(const Actions &actions, const QStringList &workspaces, bool twoRows,
                           QWidget *parent)
    : QToolBar(parent), m_actions(actions) {
    setObjectName(QStringLiteral("transportBar"));
    setWindowTitle(tr("Training"));
    if (twoRows) {
        m_secondRow = new QToolBar(tr("Workspaces"), parent);
        m_secondRow->setObjectName(QStringLiteral("secondRow"));
        fix(*m_secondRow);
    }
    fix(*this);
    m_main = new QPushButton(this);
    m_main->setObjectName(QStringLiteral("mainButton"));
    m_main->setProperty("primary", true);
    m_main->setMinimumWidth(kMainWidth);
    connect(m_main, &QPushButton::clicked, actions.playPause, &QAction::trigger);
    addWidget(m_main);
    addAction(actions.step);
    addAction(actions.restart);
    addProgress();
    QToolBar &row = twoRows ? *m_secondRow : *this;
    addWorkspaces(row, workspaces);
    addSpeed(row);
    addBackends(row);
    row.addAction(actions.theme);
}

void TransportBar::addWorkspaces(QToolBar &row, const QStringList &names) {
    if (&row == this)
        addWidget(makeStretch(this)); // they are in the middle
    m_tabs = new QTabBar(&row);
    m_tabs->setObjectName(QStringLiteral("workspaceTabs"));
    m_tabs->setAccessibleName(tr("Workspaces"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setUsesScrollButtons(false); // all names are always to be read
    m_tabs->setElideMode(Qt::ElideNone);
    for (const QString &name : names)
        m_tabs->addTab(name);
    row.addWidget(m_tabs);
    row.addWidget(makeStretch(&row));
}

void TransportBar::addSlowMotion(QAction *action) {
    m_slowMotion = action;
    insertAction(m_actions.restart, action);
    widgetForAction(action)->setProperty("tool", true); // shows when it is on
}

/// All tools have room in the smallest window, too.
void TransportBar::resizeEvent(QResizeEvent *event) {
    QToolBar::resizeEvent(event);
    setCompact(width() < kRoomy);
}

void TransportBar::setCompact(bool compact) {
    if (property("compact").toBool() == compact)
        return;
    m_speedBox->setFixedWidth(compact ? kNarrowSpeed : kSpeedWidth);
    setProperty("compact", compact);
    for (QWidget *widget : std::initializer_list<QWidget *>{this, m_tabs, m_main}) {
        style()->unpolish(widget);
        style()->polish(widget);
        QEvent change(QEvent::StyleChange); // they ask for their room anew
        QCoreApplication::sendEvent(widget, &change);
    }
}

void TransportBar::addProgress() {
    auto *box = new QWidget(this);
    box->setFixedWidth(kProgressWidth);
    m_epoch = new QLabel(box);
    m_epoch->setObjectName(QStringLiteral("epochText"));
    m_left = makeLabel(QString(), "caption", box);
    m_left->setObjectName(QStringLiteral("timeLeft"));
    m_progress = new QProgressBar(box);
    m_progress->setObjectName(QStringLiteral("epochProgress"));
    m_progress->setAccessibleName(tr("Progress of the run"));
    m_progress->setRange(0, 1000);
    m_progress->setTextVisible(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_epoch);
    line->addStretch(1);
    line->addWidget(m_left);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(4);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    addWidget(box);
}

void TransportBar::addSpeed(QToolBar &row) {
    auto *box = new QWidget(&row);
    m_speedBox = box;
    box->setFixedWidth(kSpeedWidth); // or the tabs would move with every number
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(8, 2, 8, 2);
    layout->setSpacing(0);
    m_speed = makeLabel(QString(), "value", box);
    m_speed->setObjectName(QStringLiteral("updatesPerSecond"));
    m_speed->setAlignment(Qt::AlignRight);
    auto *caption = new ElidedLabel(box);
    caption->setProperty("role", "caption");
    caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    caption->setText(tr("updates per second"));
    caption->setShortText(tr("updates/s"));
    caption->setToolTip(caption->text());
    caption->setAlignment(Qt::AlignRight);
    layout->addWidget(m_speed);
    layout->addWidget(caption);
    row.addWidget(box);
}

void TransportBar::addBackends(QToolBar &row) {
    m_backends = new SegmentedControl(&row);
    m_backends->setObjectName(QStringLiteral("backendSelector"));
    m_backends->setAccessibleName(tr("What computes"));
    m_backends->addSegment(tr("CUDA"));
    m_backends->addSegment(tr("CPU"), tr("Compute on the processor"));
    m_backends->setCurrent(1);
    m_backends->setEnabled(false);
    connect(m_backends, &SegmentedControl::currentChanged, this,
            [this](int index) { emit cudaChosen(index == 0); });
    row.addWidget(m_backends);
}

void TransportBar::showBackend(const QString &name, const QString &cudaTrouble) {
    const bool cuda = cudaTrouble.isEmpty();
    m_backends->setEnabled(true);
    m_backends->setSegmentEnabled(0, cuda,
                                  cuda ? tr("Compute on the NVIDIA card")
                                       : tr("CUDA cannot be used: %1").arg(cudaTrouble));
    m_backends->setCurrent(name == QStringLiteral("CUDA") ? 0 : 1);
}

void TransportBar::applyTheme(const Theme &theme) {
    m_theme = theme;
    m_actions.step->setIcon(icon(QStringLiteral("step"), theme));
    m_actions.restart->setIcon(icon(QStringLiteral("restart"), theme));
    if (m_slowMotion != nullptr)
        m_slowMotion->setIcon(icon(QStringLiteral("slow-motion"), theme));
    m_actions.theme->setIcon(icon(
        theme.kind == ThemeKind::Light ? QStringLiteral("moon") : QStringLiteral("sun"), theme));
    m_main->setIcon(icon(m_mainIcon.isEmpty() ? QStringLiteral("play") : m_mainIcon, theme, true));
}

void TransportBar::show(const TrainingSnapshot &snapshot, bool pausing) {
    showMainButton(snapshot, pausing);
    showProgress(snapshot);
    m_speed->setText(snapshot.state == RunState::Training
                         ? QLocale().toString(snapshot.updatesPerSecond, 'f',
                                              snapshot.updatesPerSecond < 10 ? 1 : 0)
                         : tr("idle"));
}

void TransportBar::showMainButton(const TrainingSnapshot &snapshot, bool pausing) {
    QString text;
    switch (snapshot.state) {
    case RunState::NoData:
    case RunState::Idle:
        text = tr("Train");
        break;
    case RunState::Training:
        text = pausing ? tr("Pausing…") : tr("Pause");
        break;
    case RunState::Paused:
        text = tr("Resume");
        break;
    case RunState::Finished:
        text = tr("Train 10 more");
        break;
    case RunState::Failed:
        text = tr("Retry");
        break;
    }
    // Slow motion pauses by itself.
    const bool canPause = snapshot.state == RunState::Training && m_slowMotion != nullptr &&
                          m_slowMotion->isChecked();
    const bool canStep =
        snapshot.state == RunState::Idle || snapshot.state == RunState::Paused || canPause;
    m_main->setEnabled(snapshot.state != RunState::NoData);
    m_actions.playPause->setEnabled(snapshot.state != RunState::NoData);
    m_actions.step->setEnabled(canStep);
    m_actions.restart->setEnabled(snapshot.state != RunState::NoData &&
                                  snapshot.state != RunState::Idle);
    if (m_main->text() != text) {
        m_main->setText(text);
        m_actions.playPause->setText(text);
    }
    const QString wanted =
        snapshot.state == RunState::Training ? QStringLiteral("pause") : QStringLiteral("play");
    if (m_mainIcon != wanted) {
        m_mainIcon = wanted;
        m_main->setIcon(icon(wanted, m_theme, true));
    }
}

void TransportBar::showProgress(const TrainingSnapshot &snapshot) {
    const auto epochs = static_cast<double>(snapshot.config.numEpoch);
    const double done = snapshot.epoch();
    const QLocale locale;
    m_epoch->setText(
        tr("Epoch <b>%1</b> of %2")
            .arg(locale.toString(std::floor(done), 'f', 0), locale.toString(epochs, 'f', 0)));
    m_progress->setValue(static_cast<int>(1000 * std::min(1.0, done / epochs)));
    switch (snapshot.state) {
    case RunState::Training:
        m_left->setText(timeLeft(snapshot.secondsLeft));
        break;
    case RunState::Paused:
        m_left->setText(tr("paused"));
        break;
    case RunState::Finished:
        m_left->setText(tr("done"));
        break;
    default:
        m_left->clear();
    }
}

} // namespace rbm
