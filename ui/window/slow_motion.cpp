#include "ui/window/slow_motion.h"

#include "ui/theme/icons.h"
#include "ui/widgets/elided_button.h"
#include "ui/widgets/retranslate.h"
#include "ui/widgets/segmented_control.h"
#include "ui/widgets/wrapped_label.h"
#include "ui/window/gradient_page.h"
#include "ui/window/negative_page.h"
#include "ui/window/positive_page.h"
#include "ui/window/step_page.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rbm {

namespace {
constexpr int kTick = 180; ///< ms: each draw of a chain can be followed
constexpr int kParts = 4;

/// A button that goes off under the person's fingers hands its focus to `next`: Qt would give
/// it to whatever follows, and the next key would make an update that nobody wanted.
void disableOrEnable(QPushButton *button, bool enabled, QWidget *next) {
    if (!enabled && button->hasFocus() && next->isEnabled())
        next->setFocus();
    button->setEnabled(enabled);
}
} // namespace

SlowMotion::SlowMotion(QWidget *parent) : Panel(tr("Slow motion"), parent), m_timer(this) {
    setObjectName(QStringLiteral("slowMotion"));
    setAccessibleName(tr("Slow motion"));
    m_close = new QToolButton(this);
    m_close->setObjectName(QStringLiteral("slowMotionClose"));
    m_close->setToolTip(tr("Back to the curve (F9)"));
    m_close->setAccessibleName(tr("Back to the curve"));
    connect(m_close, &QToolButton::clicked, this, &SlowMotion::closeWanted);
    addToHeader(m_close);
    m_parts = new SegmentedControl(this);
    m_parts->setObjectName(QStringLiteral("slowMotionParts"));
    m_parts->setGivesWay(true);
    m_parts->setAccessibleName(tr("Parts of the update"));
    m_parts->addSegment(tr("1 Positive phase"), tr("What the data excite"));
    m_parts->addSegment(tr("2 Negative phase"), tr("What the model makes up"));
    m_parts->addSegment(tr("3 Gradient"), tr("Model less data"));
    m_parts->addSegment(tr("4 Step"), tr("Momentum and the new filter"));
    connect(m_parts, &SegmentedControl::currentChanged, this, &SlowMotion::setPart);
    body()->addWidget(m_parts);
    addPages();
    m_truth = new WrappedLabel("caption", this);
    m_truth->setObjectName(QStringLiteral("slowMotionTruth"));
    body()->addWidget(m_truth);
    addButtons();
    addKeys();
    m_timer.setInterval(kTick);
    connect(&m_timer, &QTimer::timeout, this, &SlowMotion::playOn);
    whenLanguageChanges(this, [this] { showStory(); });
}

void SlowMotion::addPages() {
    m_stack = new QStackedWidget(this);
    m_pages = {new PositivePage(m_stack), new NegativePage(m_stack), new GradientPage(m_stack),
               new StepPage(m_stack)};
    for (StoryPage *page : m_pages)
        m_stack->addWidget(page);
    m_empty = makeLabel(QString(), "empty", m_stack);
    m_empty->setObjectName(QStringLiteral("slowMotionEmpty"));
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    m_stack->addWidget(m_empty);
    body()->addWidget(m_stack, 1);
}

QPushButton *SlowMotion::addButton(const char *name, const QString &text, const QString &toolTip) {
    auto *button = new ElidedButton(text, this);
    button->setGivesWay(true);
    button->setObjectName(QLatin1String(name));
    button->setToolTip(toolTip);
    button->setAccessibleName(text);
    return button;
}

void SlowMotion::addButtons() {
    m_back = addButton("slowMotionBack", tr("Back"), tr("The part before (B)"));
    m_play = addButton("slowMotionPlay", tr("Play"), tr("Play the parts one after another (P)"));
    m_next = addButton("slowMotionNext", tr("Next part"), tr("The part after (N)"));
    m_update = addButton("slowMotionUpdate", tr("Next update"), tr("Make the next update (F10)"));
    m_update->setProperty("primary", true);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    for (QPushButton *button : {m_back, m_play, m_next})
        row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_update);
    body()->addLayout(row);
    connect(m_back, &QPushButton::clicked, this, [this] { goBy(-1); });
    connect(m_next, &QPushButton::clicked, this, [this] { goBy(1); });
    connect(m_play, &QPushButton::clicked, this, [this] { setPlaying(!m_timer.isActive()); });
    connect(m_update, &QPushButton::clicked, this, &SlowMotion::nextUpdateWanted);
}

void SlowMotion::takeFocus() { m_update->setFocus(); }

void SlowMotion::addKeys() {
    const std::pair<Qt::Key, QPushButton *> keys[] = {
        {Qt::Key_B, m_back}, {Qt::Key_P, m_play}, {Qt::Key_N, m_next}};
    for (const auto &[key, button] : keys) {
        auto *shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, button, &QPushButton::click);
    }
}

void SlowMotion::applyTheme(const Theme &theme) {
    m_theme = theme;
    m_close->setIcon(icon(QStringLiteral("close"), theme));
    m_back->setIcon(icon(QStringLiteral("chevron-left"), theme));
    m_next->setIcon(icon(QStringLiteral("chevron-right"), theme));
    m_update->setIcon(icon(QStringLiteral("step"), theme, true));
    for (StoryPage *page : m_pages)
        page->applyTheme(theme);
    showControls();
}

void SlowMotion::show(const TrainingSnapshot &snapshot) {
    const bool moved = snapshot.state != m_state || snapshot.update != m_runUpdate;
    m_state = snapshot.state;
    m_runUpdate = snapshot.update;
    const auto shown = m_scene ? m_scene->told : nullptr;
    if (snapshot.told != shown) {
        m_scene.reset();
        if (snapshot.told != nullptr) {
            m_scene.emplace();
            m_scene->told = snapshot.told;
            m_scene->image =
                QSize(static_cast<int>(snapshot.width), static_cast<int>(snapshot.height));
        }
        showStory();
    } else if (moved) {
        showTruth();
        showControls();
    }
}

void SlowMotion::setUnit(int unit) {
    if (unit == m_unit)
        return;
    m_unit = unit;
    if (hasStory())
        showStory();
}

void SlowMotion::showStory() {
    if (!hasStory()) {
        setPlaying(false);
        setCaption(QString());
    } else {
        const UpdateStory &story = m_scene->story();
        m_scene->isMostChanged = m_unit < 0 || m_unit >= static_cast<int>(story.hidden());
        const std::size_t unit =
            m_scene->isMostChanged ? m_scene->told->mostChanged : static_cast<std::size_t>(m_unit);
        m_scene->unit = unitStep(story, unit);
        for (StoryPage *page : m_pages)
            page->show(*m_scene);
        const QString what =
            tr("update %1, unit %2")
                .arg(QLocale().toString(static_cast<qulonglong>(story.after.update)))
                .arg(unit);
        setCaption(m_scene->isMostChanged ? tr("%1, which changed most").arg(what) : what);
    }
    setPart(m_parts->current());
    showTruth();
}

/// What is shown is the update itself or a replay of it: says which.
void SlowMotion::showTruth() {
    if (!hasStory()) {
        m_truth->clear();
        return;
    }
    const QLocale locale;
    const UpdateStory &story = m_scene->story();
    QString text = m_scene->told->agrees
                       ? tr("These are the run's own numbers: the chains and weights shown are "
                            "those after the update, bit for bit.")
                       : tr("Replayed: the run itself came to slightly other numbers than these, "
                            "because its device does not repeat itself exactly.");
    if (m_runUpdate != story.after.update)
        text += QLatin1Char(' ') + tr("The run has gone on to update %1 since.")
                                       .arg(locale.toString(static_cast<qulonglong>(m_runUpdate)));
    m_truth->setText(text);
}

void SlowMotion::showControls() {
    const int part = m_parts->current();
    const bool playing = m_timer.isActive();
    m_parts->setEnabled(hasStory());
    m_play->setEnabled(hasStory());
    disableOrEnable(m_back, hasStory() && part > 0, m_play);
    disableOrEnable(m_next, hasStory() && part < kParts - 1, m_play);
    m_play->setText(playing ? tr("Pause") : tr("Play"));
    m_play->setAccessibleName(m_play->text());
    m_play->setIcon(icon(playing ? QStringLiteral("pause") : QStringLiteral("play"), m_theme));
    const bool canUpdate =
        m_state == RunState::Idle || m_state == RunState::Paused || m_state == RunState::Training;
    m_update->setEnabled(canUpdate);
    m_empty->setText(
        m_state == RunState::Finished
            ? tr("All epochs of this run are done. Train 10 more, then look at an update here.")
            : tr("One update of the training in its parts: what the data excite, what the model "
                 "makes up, the gradient between the two, and the step.\n\nMake the next update "
                 "(F10) to see it."));
}

void SlowMotion::setPart(int part) {
    m_stack->setCurrentIndex(hasStory() ? part : kParts);
    showControls();
}

void SlowMotion::goBy(int parts) {
    const int part = std::clamp(m_parts->current() + parts, 0, kParts - 1);
    m_parts->setCurrent(part);
    page(part)->rewind();
    setPart(part);
}

void SlowMotion::setPlaying(bool playing) {
    if (!playing || !hasStory()) {
        m_timer.stop();
    } else {
        // At the very end it begins again.
        if (m_parts->current() == kParts - 1)
            m_parts->setCurrent(0);
        page(m_parts->current())->rewind();
        m_timer.start();
    }
    setPart(m_parts->current());
}

void SlowMotion::playOn() {
    if (!isVisible()) {
        setPlaying(false);
    } else if (!page(m_parts->current())->advance()) {
        if (m_parts->current() == kParts - 1)
            setPlaying(false);
        else
            goBy(1);
    }
}

} // namespace rbm
