#include "ui/window/log_panel.h"

#include "ui/window/log_book.h"
#include "ui/window/panel.h"

#include <QApplication>
#include <QClipboard>
#include <QFontMetricsF>
#include <QMainWindow>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlockFormat>
#include <QTextCursor>
#include <QTextEdit>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace rbm {

namespace {
constexpr int kLogGap = 8;        ///< to the window's edges
constexpr int kLeastHeight = 116; ///< three lines
constexpr int kPartOfWindow = 6;  ///< its height at first, of the window's
constexpr int kHandleHeight = 6;

/// A line that is too long goes on under its text, not under its time.
void hangBehind(qreal width, QTextCursor &cursor) {
    QTextBlockFormat format;
    format.setLeftMargin(width);
    format.setTextIndent(-width);
    cursor.setBlockFormat(format);
}
} // namespace

LogPanel::LogPanel(LogBook &book, QMainWindow *window)
    : QDockWidget(tr("Log"), window), m_book(book), m_window(window),
      m_theme(theme(ThemeKind::Light)) {
    setObjectName(QStringLiteral("logDock"));
    setAccessibleName(tr("Log"));
    setFeatures(QDockWidget::DockWidgetClosable);
    setTitleBarWidget(new QWidget(this));
    auto *margin = new QWidget(this);
    m_handle = new QWidget(margin);
    m_handle->setObjectName(QStringLiteral("logHandle"));
    m_handle->setCursor(Qt::SizeVerCursor);
    m_handle->installEventFilter(this);
    auto *around = new QVBoxLayout(margin);
    around->setContentsMargins(kLogGap, 0, kLogGap, kLogGap);
    around->addWidget(makePanel(margin));
    m_handle->raise(); // it lies on the panel's edge
    margin->setMinimumHeight(kLeastHeight);
    setWidget(margin);
    setFocusProxy(m_text);
    // Beside the column of controls, which keeps its height, and above the strip that explains.
    window->setCorner(Qt::BottomLeftCorner, Qt::LeftDockWidgetArea);
    window->addDockWidget(Qt::BottomDockWidgetArea, this, Qt::Vertical);
    hide();
    connect(&m_book, &LogBook::added, this, [this] {
        if (isVisible())
            catchUp();
    });
    connect(&m_book, &LogBook::cleared, this, &LogPanel::fillAnew);
}

Panel *LogPanel::makePanel(QWidget *parent) {
    auto *panel = new Panel(tr("Log"), parent);
    panel->setCaption(tr("what happened since the start, the newest last"));
    makeButtons(*panel);
    makeText(panel);
    panel->body()->addWidget(m_text);
    return panel;
}

void LogPanel::makeButtons(Panel &panel) {
    const auto make = [&panel](const QString &text, const char *name) {
        auto *button = new QPushButton(text, &panel);
        button->setObjectName(QLatin1String(name));
        button->setProperty("quiet", true);
        panel.addToHeader(button);
        return button;
    };
    connect(make(tr("Copy all"), "logCopy"), &QPushButton::clicked, this, &LogPanel::copyAll);
    connect(make(tr("Clear"), "logClear"), &QPushButton::clicked, &m_book, &LogBook::clear);
    connect(make(tr("Hide"), "logHide"), &QPushButton::clicked, this, &QWidget::hide);
}

void LogPanel::makeText(QWidget *parent) {
    m_text = new QTextEdit(parent);
    m_text->setObjectName(QStringLiteral("logText"));
    m_text->setAccessibleName(tr("Log"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->document()->setMaximumBlockCount(static_cast<int>(LogBook::kMostLines));
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->document()->setDocumentMargin(0);
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_text, &QWidget::customContextMenuRequested, this, &LogPanel::showMenu);
    // The newest line stays in sight, until somebody looks further up.
    QScrollBar *bar = m_text->verticalScrollBar();
    connect(bar, &QScrollBar::valueChanged, this,
            [this, bar](int value) { m_follows = value == bar->maximum(); });
    connect(bar, &QScrollBar::rangeChanged, this, [this, bar] {
        if (m_follows)
            bar->setValue(bar->maximum());
    });
}

void LogPanel::showMenu(const QPoint &position) {
    QMenu *menu = m_text->createStandardContextMenu(position);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("logMenu"));
    menu->addSeparator();
    menu->addAction(tr("Copy all"), this, &LogPanel::copyAll);
    menu->addAction(tr("Clear"), &m_book, &LogBook::clear);
    menu->popup(m_text->viewport()->mapToGlobal(position));
}

void LogPanel::copyAll() {
    QApplication::clipboard()->setText(m_book.text());
    emit copied(static_cast<int>(m_book.lines().size()));
}

void LogPanel::showEvent(QShowEvent *event) {
    QDockWidget::showEvent(event);
    catchUp();
    keepHeight();
}

/// Writes what came since the last time.
void LogPanel::catchUp() {
    const auto &lines = m_book.lines();
    const auto fresh = std::min<std::uint64_t>(m_book.count() - m_shown, lines.size());
    m_shown = m_book.count();
    if (fresh == 0)
        return;
    QTextCursor cursor(m_text->document());
    cursor.beginEditBlock();
    for (auto line = lines.end() - static_cast<std::ptrdiff_t>(fresh); line != lines.end(); ++line)
        write(cursor, *line);
    cursor.endEditBlock();
}

void LogPanel::write(QTextCursor &cursor, const LogLine &line) const {
    cursor.movePosition(QTextCursor::End);
    if (!m_text->document()->isEmpty())
        cursor.insertBlock();
    QTextCharFormat format;
    if (line.kind == LogLine::Kind::Day) {
        cursor.setBlockFormat({}); // a new one takes that of the line before
        format.setFontWeight(QFont::DemiBold);
        cursor.insertText(line.whole(), format);
        return;
    }
    QTextCharFormat stamp;
    stamp.setFont(numberFont());
    stamp.setForeground(m_theme.text3);
    const QString time = line.stamp() + QStringLiteral("  ");
    hangBehind(QFontMetricsF(numberFont()).horizontalAdvance(time), cursor);
    cursor.insertText(time, stamp);
    if (line.kind == LogLine::Kind::Warning)
        format.setForeground(m_theme.warning);
    cursor.insertText(line.text, format);
}

void LogPanel::fillAnew() {
    m_text->clear();
    m_shown = m_book.count() - m_book.lines().size();
    if (isVisible())
        catchUp();
}

void LogPanel::applyTheme(const Theme &theme) {
    m_theme = theme;
    fillAnew();
}

void LogPanel::resizeEvent(QResizeEvent *event) {
    QDockWidget::resizeEvent(event);
    m_handle->setGeometry(0, 0, width(), kHandleHeight);
}

void LogPanel::keepHeight() {
    QTimer::singleShot(0, this, &LogPanel::takeHeight); // once the window has laid it out
}

void LogPanel::takeHeight() {
    if (!isVisible())
        return;
    const int height = m_chosenHeight > 0
                           ? m_chosenHeight
                           : std::max(kLeastHeight, m_window->height() / kPartOfWindow);
    m_window->resizeDocks({this}, {height}, Qt::Vertical);
}

/// The window's separators have no width to be caught by, so that the panel has an edge of its own.
bool LogPanel::eventFilter(QObject *watched, QEvent *event) {
    if (watched == m_handle && event->type() == QEvent::MouseMove) {
        const auto *move = static_cast<QMouseEvent *>(event); // NOLINT: it is one
        if ((move->buttons() & Qt::LeftButton) != 0)
            drag(mapFromGlobal(move->globalPosition().toPoint()).y());
    }
    return QDockWidget::eventFilter(watched, event);
}

/// To where the mouse is, from the panel's upper edge; the workspace keeps the room that it needs.
void LogPanel::drag(int y) {
    const QWidget *centre = m_window->centralWidget();
    const int most = height() + centre->height() - centre->minimumSizeHint().height();
    m_chosenHeight = std::max(kLeastHeight, std::min(height() - y, most));
    takeHeight();
}

} // namespace rbm
