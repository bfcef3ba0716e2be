// How large the window is and in which colours. main_window.cpp has the rest.
#include "ui/runs/run_library.h"
#include "ui/window/earlier_runs.h"
#include "ui/window/language_menu.h"
#include "ui/window/main_window.h"
#include "ui/window/notice_bar.h"
#include "ui/window/part_styles.h"
#include "ui/window/theme_menu.h"
#include "ui/window/zoom.h"
#include "ui/window/zoom_menu.h"

#include <QAction>
#include <QMenu>
#include <QPaintEvent>
#include <QPainter>
#include <QScreen>
#include <QScrollArea>
#include <QSettings>
#include <QStackedWidget>

namespace rbm {

namespace {
constexpr QSize kUsualSize(1440, 900);
constexpr QSize kSmallestSize(1100, 700);
constexpr QSize kRoomOfWorkspaces(1040, 580); ///< at which their pictures can be made out
const QString kEarlierRuns = QStringLiteral("earlierRuns");
const QString kWorkspaceScroll = QStringLiteral("workspaceScroll");
constexpr int kWindowTitle = 40; ///< what a desktop draws above a window
} // namespace

void MainWindow::addEarlierRuns(QMenu *view) {
    QAction *action = view->addAction(tr("Earlier runs in the plot"));
    action->setObjectName(QStringLiteral("actionEarlierRuns"));
    action->setToolTip(tr("The newest three of the other runs that are checked in Runs, dashed"));
    action->setCheckable(true);
    action->setChecked(!m_options.keepSettings || QSettings().value(kEarlierRuns, true).toBool());
    m_earlierRuns->setShown(action->isChecked());
    connect(action, &QAction::toggled, this, [this](bool shown) {
        m_earlierRuns->setShown(shown);
        if (m_options.keepSettings)
            QSettings().setValue(kEarlierRuns, shown);
    });
}

void MainWindow::addLook(QMenu *view) {
    addEarlierRuns(view);
    m_themeMenu = new ThemeMenu(view, m_themeAction, this);
    connect(m_themeMenu, &ThemeMenu::kindChanged, this, &MainWindow::setTheme);
    connect(m_themeAction, &QAction::triggered, m_themeMenu, [this] {
        m_themeMenu->choose(m_theme == ThemeKind::Light ? ThemeChoice::Dark : ThemeChoice::Light);
    });
    new LanguageMenu(view, m_options.keepSettings);
    auto *zoom = new ZoomMenu(view, m_options.keepSettings ? rememberedZoom() : zoomOfThisStart());
    connect(zoom, &ZoomMenu::chosen, this, &MainWindow::tellZoom);
}

void MainWindow::tellZoom(int percent) {
    if (m_options.keepSettings)
        rememberZoom(percent);
    if (percent == zoomOfThisStart()) {
        if (m_notices->text() == m_zoomNotice)
            m_notices->hide();
        return;
    }
    m_zoomNotice = tr("Restart to see the window at %1 %.").arg(percent);
    std::vector<NoticeBar::Action> actions;
    if (m_options.restart)
        actions.emplace_back(tr("Restart now"), [this] { startAgain(); });
    m_notices->showNotice(NoticeBar::Kind::Information, m_zoomNotice, actions);
}

/// Closing keeps the run, or asks where it cannot; the next start opens it again.
void MainWindow::startAgain() {
    const QString run = m_library->isOn() ? m_session.snapshot().run : QString();
    if (close())
        m_options.restart(run);
}

/// Enlarged, the window may need more than the screen has: then it takes what there is, and
/// its workspaces scroll.
void MainWindow::fitToScreen() {
    QSize room = kUsualSize;
    if (zoomOfThisStart() > kUsualZoom && screen() != nullptr)
        room = screen()->availableSize() - QSize(0, kWindowTitle);
    setMinimumSize(kSmallestSize.boundedTo(room));
    resize(kUsualSize.boundedTo(room));
}

/// Whether the screen, as enlarged, has no room for all tools in one row.
bool MainWindow::isNarrow() const { return minimumWidth() < kSmallestSize.width(); }

/// The workspaces, or what they scroll in where the screen has not the room for them.
QWidget *MainWindow::frameOfWorkspaces(QWidget *centre) {
    if (minimumSize() == kSmallestSize)
        return m_stack;
    auto *scroll = new QScrollArea(centre);
    scroll->setObjectName(kWorkspaceScroll);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    m_stack->setMinimumSize(kRoomOfWorkspaces);
    scroll->setWidget(m_stack);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and is brought to sight
    return scroll;
}

/// What shows between the parts, which have their colours from their style sheets.
void MainWindow::paintEvent(QPaintEvent *event) {
    QPainter(this).fillRect(event->rect(), theme(m_theme).window);
}

/// The workspaces, the bars around them, docks, dialogs and what else has a style sheet of its own.
void MainWindow::makeParts() {
    m_styles = new PartStyles(this);
    auto *const scroll = findChild<QScrollArea *>(kWorkspaceScroll);
    m_styles->addChildrenOf(this, centralWidget());
    m_styles->addChildrenOf(centralWidget(),
                            scroll != nullptr ? static_cast<QWidget *>(scroll) : m_stack);
    if (scroll != nullptr)
        m_styles->addChildrenOf(scroll, scroll->viewport());
    m_styles->addChildrenOf(m_stack);
}

} // namespace rbm
