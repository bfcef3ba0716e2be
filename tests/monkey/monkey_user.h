#pragma once

#include "ui/window/main_window.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>

#include <memory>
#include <random>

class QDialog;

namespace rbm::test {

/// A user without a plan: does something to the window again and again, by Qt Test's mouse and
/// keyboard, and opens another window where this one was closed. Goes on within dialogs, which
/// it answers at random.
class MonkeyUser : public QObject {
public:
    /// `files` is what it opens, and beside them it writes.
    MonkeyUser(std::uint64_t seed, WindowOptions options, QStringList files);
    ~MonkeyUser() override;

    void start();
    /// Leaves all dialogs; finished() is true some events later.
    void stop() { m_stopping = true; }
    bool finished() const { return m_finished; }

    std::uint64_t actions() const { return m_actions; }
    std::uint64_t windows() const { return m_windows; }
    /// In words, with the widget's name.
    const QByteArray &lastAction() const { return m_last; }
    /// While a window is made, as when a program starts.
    bool isOpening() const { return m_opening; }

private:
    void next();
    void act();
    void open();
    void answer(QWidget *top);
    void answerFileDialog(QDialog *dialog);
    void actOnWindow();
    void click(QWidget *top);
    void drag(QWidget *top);
    void type(QWidget *target);
    void turnWheel();
    void resize();
    void openFile();
    void train();
    void close();
    QWidget *anyWidget(QWidget *top);
    void note(const char *what, const QWidget *where);
    std::size_t below(std::size_t count);
    QPoint anywhereIn(const QWidget &target);

    std::mt19937_64 m_random;
    WindowOptions m_options;
    QStringList m_files;
    std::unique_ptr<MainWindow> m_window;
    int m_depth = 0; ///< actions under way: those in dialogs come while others wait for these
    bool m_stopping = false;
    bool m_finished = false;
    std::uint64_t m_actions = 0;
    std::uint64_t m_windows = 0;
    QByteArray m_last = "nothing";
    bool m_opening = false;
};

} // namespace rbm::test
