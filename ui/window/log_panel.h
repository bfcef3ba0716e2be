#pragma once

#include "ui/theme/theme.h"

#include <QDockWidget>

#include <cstdint>

class QMainWindow;
class QTextEdit;
class QPoint;
class QPushButton;
class QTextCursor;
class QWidget;

namespace rbm {

class LogBook;
struct LogLine;
class Panel;

/// The log at the bottom of the window, under the workspace: text that can be selected and copied
/// by mouse and keyboard. While it is hidden, lines that come cost it nothing.
class LogPanel : public QDockWidget {
    Q_OBJECT
public:
    LogPanel(LogBook &book, QMainWindow *window);

    LogBook &book() { return m_book; }
    /// Other docks came or went: the log is as high as before, as far as there is room.
    void keepHeight();
    void applyTheme(const Theme &theme);

    /// Its height, where a person chose one; 0: none.
    int chosenHeight() const { return m_chosenHeight; }
    void setChosenHeight(int height) { m_chosenHeight = height; }

signals:
    /// All lines are on the clipboard.
    void copied(int lines);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Panel *makePanel(QWidget *parent);
    void makeText(QWidget *parent);
    void makeButtons(Panel &panel);
    void showMenu(const QPoint &position);
    void copyAll();
    void catchUp();
    void fillAnew();
    void write(QTextCursor &cursor, const LogLine &line) const;
    void takeHeight();
    void drag(int y);

    LogBook &m_book;
    QMainWindow *m_window;
    QWidget *m_handle = nullptr; ///< along its upper edge, to drag it higher
    QTextEdit *m_text = nullptr;
    Theme m_theme;
    std::uint64_t m_shown = 0; ///< lines of the book that were written, of all there ever were
    int m_chosenHeight = 0;
    bool m_follows = true; ///< the newest line is in sight
};

} // namespace rbm
