// The window's log. main_window.cpp has the rest.
#include "ui/window/log_book.h"
#include "ui/window/log_panel.h"
#include "ui/window/log_writer.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QMenu>
#include <QSettings>
#include <QStatusBar>

namespace rbm {

namespace {
const QString kLogShown = QStringLiteral("logShown");
const QString kLogHeight = QStringLiteral("logHeight");
} // namespace

void MainWindow::makeLog() {
    auto *book = new LogBook(this);
    m_log = new LogPanel(*book, this);
    connect(m_log, &LogPanel::copied, this, [this](int lines) {
        statusBar()->showMessage(tr("Copied %Ln line(s) of the log.", nullptr, lines), kSeen);
    });
}

void MainWindow::connectLog() {
    new LogWriter(m_log->book(), m_session, *m_notices, *m_library, this);
}

void MainWindow::addLog(QMenu *view) {
    QAction *toggle = m_log->toggleViewAction();
    toggle->setObjectName(QStringLiteral("actionLog"));
    toggle->setShortcut(Qt::CTRL | Qt::Key_L);
    view->addAction(toggle);
    // Who asks for it wants to read it.
    connect(toggle, &QAction::triggered, m_log, [this](bool shown) {
        if (shown)
            m_log->setFocus(Qt::ShortcutFocusReason);
    });
}

void MainWindow::restoreLog() {
    const QSettings settings;
    m_log->setChosenHeight(settings.value(kLogHeight).toInt());
    m_log->setVisible(settings.value(kLogShown).toBool());
}

void MainWindow::saveLog() const {
    QSettings settings;
    settings.setValue(kLogShown, !m_log->isHidden());
    settings.setValue(kLogHeight, m_log->chosenHeight());
}

} // namespace rbm
