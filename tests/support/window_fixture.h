#pragma once

#include "ui/window/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QFileDialog>
#include <QMessageBox>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

namespace rbm::test {

// Header only: the library of test helpers does not link the window.

inline constexpr int kLong = 30000; ///< ms; the machine may be slow, the condition is what counts

/// Answers the next file dialog, which asks for a file or a folder.
inline void answerWith(const QString &path) {
    QTimer::singleShot(0, [path] {
        auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
        QVERIFY(dialog != nullptr);
        dialog->selectFile(path);
        QMetaObject::invokeMethod(dialog, "accept");
    });
}

/// A window on the starter digits (an empty data folder), with a small model so
/// that an epoch takes a moment only.
class Fixture {
public:
    /// Without `runsFolder` the window keeps no runs.
    explicit Fixture(const QStringList &mirrors = {}, const QString &runsFolder = {})
        : Fixture(optionsOf(mirrors, runsFolder)) {}
    /// Without `dataFolder` it is an empty one.
    explicit Fixture(const WindowOptions &options) : m_window(withFolder(options)) {
        m_window.show();
        get<QSpinBox>("hiddenUnits")->setValue(16);
        get<QSpinBox>("gibbsSteps")->setValue(1);
    }

    MainWindow &window() { return m_window; }
    QString folder() const { return m_folder.path(); }

    template <typename T>
    T *get(const char *name) {
        T *found = m_window.findChild<T *>(QLatin1String(name));
        if (found == nullptr)
            qFatal("the window has no %s", name);
        return found;
    }

    void click(const char *name) { QTest::mouseClick(get<QWidget>(name), Qt::LeftButton); }

    /// Buttons are shown a moment after their notice; null where none of this text comes.
    QAbstractButton *noticeButton(const QString &text) {
        QAbstractButton *found = nullptr;
        const bool came = QTest::qWaitFor(
            [&] {
                for (auto *each : get<QWidget>("noticeBar")->findChildren<QAbstractButton *>()) {
                    found = each->text() == text && each->isVisible() ? each : found;
                }
                return found != nullptr;
            },
            kLong);
        return came ? found : nullptr;
    }

    /// Clicks a notice's button, and answers the file dialog that it opens where a path is given;
    /// fails the test where no button of this text comes.
    void clickNotice(const QString &text, const QString &answer = {}) {
        QAbstractButton *button = noticeButton(text);
        QVERIFY2(button != nullptr, qPrintable(text));
        if (!answer.isEmpty())
            answerWith(answer);
        QTest::mouseClick(button, Qt::LeftButton);
    }

    const TrainingSnapshot &now() { return m_window.session().snapshot(); }
    bool isReady() {
        return now().state == RunState::Idle && now().config.numHidden == 16 &&
               now().filters != nullptr && now().filters->size() == 16U * 784U;
    }

private:
    static WindowOptions optionsOf(const QStringList &mirrors, const QString &runsFolder) {
        WindowOptions result;
        result.mirrors = mirrors;
        result.runsFolder = runsFolder;
        result.keepSettings = false;
        return result;
    }
    WindowOptions withFolder(WindowOptions options) const {
        if (options.dataFolder.isEmpty())
            options.dataFolder = m_folder.path();
        return options;
    }

    QTemporaryDir m_folder;
    MainWindow m_window;
};

/// A foldable section starts closed, and each next window finds it as it was left.
inline void remembersWhetherItWasOpen(const char *toggleName) {
    const QTemporaryDir folder;
    WindowOptions options;
    options.dataFolder = folder.path();
    for (const bool wasOpen : {false, true, false}) {
        MainWindow window(options);
        window.show();
        auto *toggle = window.findChild<QAbstractButton *>(QLatin1String(toggleName));
        QVERIFY(toggle != nullptr);
        QCOMPARE(toggle->isChecked(), wasOpen);
        QTest::mouseClick(toggle, Qt::LeftButton);
        QVERIFY(window.close());
    }
}

/// Answers the question about unsaved training with "do not save".
inline void answerDoNotSave() {
    QTimer::singleShot(0, [] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        for (auto *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    });
}

} // namespace rbm::test
