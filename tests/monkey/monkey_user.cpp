#include "tests/monkey/monkey_user.h"

#include <QAbstractButton>
#include <QAbstractSlider>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QSpinBox>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>

#include <algorithm>
#include <malloc.h>
#include <utility>

namespace rbm::test {

namespace {

constexpr int kPause = 5;    ///< ms between two actions
constexpr int kSettle = 500; ///< ms until a new window was drawn

/// Larger models would only do less in the same time, and an update cannot be interrupted.
void keepSmall(const MainWindow &window) {
    constexpr int kLargest = 100;
    for (auto *number : window.findChildren<QSpinBox *>())
        number->setMaximum(std::min(number->maximum(), kLargest));
    window.findChild<QSpinBox *>(QStringLiteral("hiddenUnits"))->setValue(24);
    auto *steps = window.findChild<QSpinBox *>(QStringLiteral("gibbsSteps"));
    steps->setMaximum(5);
}

/// More kept runs take more memory, and that is no leak.
void keepFewRuns(const QString &folder) {
    constexpr int kRuns = 20;
    const auto runs = QDir(folder).entryInfoList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    for (const QFileInfo &run : runs.mid(kRuns))
        QDir(run.filePath()).removeRecursively();
}

} // namespace

MonkeyUser::MonkeyUser(std::uint64_t seed, WindowOptions options, QStringList files)
    : m_random(seed), m_options(std::move(options)), m_files(std::move(files)) {}

MonkeyUser::~MonkeyUser() = default;

std::size_t MonkeyUser::below(std::size_t count) { return m_random() % count; }

QPoint MonkeyUser::anywhereIn(const QWidget &target) {
    // One that no layout has placed yet may have no size, or a negative one.
    const auto along = [this](int length) {
        return static_cast<int>(below(static_cast<std::size_t>(std::max(length, 0)) + 1));
    };
    const int x = along(target.width());
    return {x, along(target.height())};
}

void MonkeyUser::note(const char *what, const QWidget *where) {
    m_last = QByteArray(what) + " on " + where->metaObject()->className() + ' ' +
             where->objectName().toUtf8();
    if (const auto *button = qobject_cast<const QAbstractButton *>(where))
        m_last += " \"" + button->text().toUtf8() + '"';
}

void MonkeyUser::start() { next(); }

/// Not a repeating timer: that would not fire while one of its actions waits in a dialog.
void MonkeyUser::next() {
    QTimer::singleShot(kPause, this, [this] {
        if (m_finished)
            return;
        next();
        act();
    });
}

void MonkeyUser::act() {
    QWidget *const popup = QApplication::activePopupWidget();
    QWidget *const dialog = QApplication::activeModalWidget();
    if (m_opening || (m_depth > 0 && popup == nullptr && dialog == nullptr))
        return; // the window is busy with an action, and wants no other
    if (m_stopping && m_depth == 0) {
        m_window.reset();
        m_finished = true;
        return;
    }
    ++m_depth;
    ++m_actions;
    if (popup != nullptr)
        answer(popup);
    else if (dialog != nullptr)
        answer(dialog);
    else if (m_window == nullptr || !m_window->isVisible())
        open();
    else
        actOnWindow();
    --m_depth;
}

void MonkeyUser::open() {
    m_last = "opening a window";
    m_opening = true;
    m_window.reset();
    ::malloc_trim(0); // the gaps that windows leave in the heap are no leak, either
    keepFewRuns(m_options.runsFolder);
    m_window = std::make_unique<MainWindow>(m_options);
    m_window->show();
    keepSmall(*m_window);
    ++m_windows;
    QTimer::singleShot(kSettle, this, [this] { m_opening = false; });
}

void MonkeyUser::answer(QWidget *top) {
    note("an answer", top);
    if (m_stopping || below(4) == 0) {
        QTest::keyClick(top, Qt::Key_Escape);
        return;
    }
    if (auto *files = qobject_cast<QFileDialog *>(top)) {
        answerFileDialog(files);
    } else if (auto *box = qobject_cast<QMessageBox *>(top)) {
        const auto buttons = box->buttons();
        if (!buttons.isEmpty())
            QTest::mouseClick(
                buttons[static_cast<qsizetype>(below(static_cast<std::size_t>(buttons.size())))],
                Qt::LeftButton);
    } else if (below(2) == 0) {
        click(top);
    } else {
        type(top);
    }
}

/// Names a file of its own, to write or to open.
void MonkeyUser::answerFileDialog(QDialog *dialog) {
    auto *files = qobject_cast<QFileDialog *>(dialog);
    QString path = m_files[static_cast<qsizetype>(below(static_cast<std::size_t>(m_files.size())))];
    if (files->acceptMode() == QFileDialog::AcceptSave)
        path = QFileInfo(path).dir().filePath(QStringLiteral("written-%1.png").arg(below(20)));
    files->selectFile(path);
    QMetaObject::invokeMethod(files, "accept");
}

void MonkeyUser::actOnWindow() {
    constexpr std::size_t kOften = 100;
    const std::size_t what = below(kOften);
    if (what < 40)
        click(m_window.get());
    else if (what < 65)
        type(QApplication::focusWidget() != nullptr ? QApplication::focusWidget() : m_window.get());
    else if (what < 78)
        drag(m_window.get());
    else if (what < 84)
        turnWheel();
    else if (what < 88)
        resize();
    else if (what < 93)
        openFile();
    else if (what < 99)
        train();
    else
        close();
}

/// One that can be seen; mostly one that does something.
QWidget *MonkeyUser::anyWidget(QWidget *top) {
    QList<QWidget *> all;
    const bool button = below(2) == 0;
    for (QWidget *each : top->findChildren<QWidget *>()) {
        if (each->isVisible() && each->isEnabled() &&
            (!button || qobject_cast<QAbstractButton *>(each) != nullptr))
            all.append(each);
    }
    return all.isEmpty() ? top
                         : all[static_cast<qsizetype>(below(static_cast<std::size_t>(all.size())))];
}

void MonkeyUser::click(QWidget *top) {
    QWidget *const target = anyWidget(top);
    note("a click", target);
    const QPoint at = anywhereIn(*target);
    const Qt::MouseButton button = below(10) == 0 ? Qt::RightButton : Qt::LeftButton;
    if (below(10) == 0)
        QTest::mouseDClick(target, button, {}, at);
    else
        QTest::mouseClick(target, button, {}, at);
}

/// A slider's knob, a stroke over digits, a splitter or whatever is there.
void MonkeyUser::drag(QWidget *top) {
    QWidget *target = anyWidget(top);
    const auto sliders = top->findChildren<QAbstractSlider *>();
    if (!sliders.isEmpty() && below(2) == 0)
        target = sliders[static_cast<qsizetype>(below(static_cast<std::size_t>(sliders.size())))];
    if (!target->isVisible() || !target->isEnabled())
        return;
    note("a drag", target);
    const QPointer<QWidget> still(target); // what it does may take it away
    QTest::mousePress(target, Qt::LeftButton, {}, anywhereIn(*target));
    for (std::size_t move = below(6); move > 0 && still; --move)
        QTest::mouseMove(target, anywhereIn(*target));
    if (still)
        QTest::mouseRelease(target, Qt::LeftButton, {}, anywhereIn(*target));
}

void MonkeyUser::type(QWidget *target) {
    static constexpr std::pair<Qt::Key, Qt::KeyboardModifier> kKeys[] = {
        {Qt::Key_Tab, Qt::NoModifier},         {Qt::Key_Tab, Qt::NoModifier},
        {Qt::Key_Backtab, Qt::ShiftModifier},  {Qt::Key_Return, Qt::NoModifier},
        {Qt::Key_Space, Qt::NoModifier},       {Qt::Key_Escape, Qt::NoModifier},
        {Qt::Key_Left, Qt::NoModifier},        {Qt::Key_Right, Qt::NoModifier},
        {Qt::Key_Up, Qt::NoModifier},          {Qt::Key_Down, Qt::NoModifier},
        {Qt::Key_Home, Qt::NoModifier},        {Qt::Key_End, Qt::NoModifier},
        {Qt::Key_Delete, Qt::NoModifier},      {Qt::Key_5, Qt::NoModifier},
        {Qt::Key_D, Qt::NoModifier},           {Qt::Key_E, Qt::NoModifier},
        {Qt::Key_C, Qt::NoModifier},           {Qt::Key_R, Qt::NoModifier},
        {Qt::Key_BracketLeft, Qt::NoModifier}, {Qt::Key_BracketRight, Qt::NoModifier},
        {Qt::Key_F1, Qt::NoModifier},          {Qt::Key_F5, Qt::NoModifier},
        {Qt::Key_F10, Qt::NoModifier},         {Qt::Key_F5, Qt::ShiftModifier},
        {Qt::Key_F10, Qt::ShiftModifier},      {Qt::Key_1, Qt::ControlModifier},
        {Qt::Key_2, Qt::ControlModifier},      {Qt::Key_3, Qt::ControlModifier},
        {Qt::Key_4, Qt::ControlModifier},      {Qt::Key_E, Qt::ControlModifier},
        {Qt::Key_I, Qt::ControlModifier},      {Qt::Key_M, Qt::ControlModifier},
        {Qt::Key_O, Qt::ControlModifier},      {Qt::Key_R, Qt::ControlModifier},
        {Qt::Key_S, Qt::ControlModifier},      {Qt::Key_T, Qt::ControlModifier},
        {Qt::Key_Z, Qt::ControlModifier}};
    const auto [key, modifier] = kKeys[below(std::size(kKeys))];
    note("a key", target);
    m_last += ": " + QKeySequence(QKeyCombination(modifier, key)).toString().toUtf8();
    QTest::keyClick(target, key, modifier);
}

void MonkeyUser::turnWheel() {
    QWidget *const target = anyWidget(m_window.get());
    note("the wheel", target);
    const QPointF at(target->rect().center());
    const QPoint turn(0, below(2) == 0 ? 120 : -120);
    QWheelEvent wheel(at, target->mapToGlobal(at), {}, turn, Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(target, &wheel);
}

void MonkeyUser::resize() {
    m_last = "a resize";
    m_window->resize(static_cast<int>(200 + below(1800)), static_cast<int>(200 + below(1200)));
}

void MonkeyUser::openFile() {
    m_last = "opening a file";
    m_window->openPath(
        m_files[static_cast<qsizetype>(below(static_cast<std::size_t>(m_files.size())))]);
}

void MonkeyUser::train() {
    m_last = "train or pause";
    m_window->findChild<QAction *>(QStringLiteral("actionPlayPause"))->trigger();
}

void MonkeyUser::close() {
    m_last = "closing the window";
    m_window->close();
}

} // namespace rbm::test
