// How a run leaves one window and comes into another: the command that repeats it, shared files,
// what is dropped or named, recent files.
#include "engine/training/checkpoint.h"
#include "tests/support/folder_files.h"
#include "tests/support/image_folder.h"
#include "tests/support/run_rbm.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"
#include "ui/window/data_source.h"
#include "ui/window/recent_files.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QStatusBar>

using namespace rbm;
using namespace rbm::test;

namespace {

void drop(QWidget &window, const QString &path) {
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(path)});
    QDragEnterEvent enter({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(&window, &event);
    QVERIFY(event.isAccepted());
}

class Sharing : public Fixture {
public:
    Sharing() {
        if (!QTest::qWaitFor([this] { return isReady(); }, kLong))
            qFatal("the window is not ready");
    }
    QString notice() { return get<QLabel>("noticeText")->text(); }
    QString path(const char *name) { return folder() + QLatin1Char('/') + QLatin1String(name); }
    RecentFiles *recent() { return window().findChild<RecentFiles *>(); }
    void train(std::uint64_t updates) {
        const auto end = now().update + updates;
        while (now().update < end) {
            const auto before = now().update;
            window().session().step();
            QTRY_VERIFY_WITH_TIMEOUT(now().update > before, kLong);
        }
    }
};

} // namespace

class TestWindowSharing : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-explorer-test"));
        QCoreApplication::setApplicationName(
            QStringLiteral("sharing-%1").arg(QCoreApplication::applicationPid()));
        loadFonts();
        QApplication::setFont(textFont());
    }
    void cleanupTestCase() { QSettings().clear(); }

    void theCommandRepeatsARunWhoseSlidersWereMovedBitForBit() {
        Sharing window;
        window.get<QSpinBox>("epochs")->setValue(2);
        QTRY_COMPARE_WITH_TIMEOUT(window.now().config.numEpoch, std::size_t{2}, kLong);
        window.window().session().setSpeed(100);
        window.click("mainButton");
        // Whenever the worker hears of it: it tells itself which update used what.
        for (const double rate : {0.2, 0.05, 0.31}) {
            window.window().session().setControls({rate, rate / 2});
            QTest::qWait(30);
        }
        QTRY_COMPARE_WITH_TIMEOUT(window.now().state, RunState::Finished, kLong);
        QVERIFY(window.now().controlsMoved);
        window.get<QAction>("actionCopyCommand")->trigger();
        QVERIFY(window.notice().contains(u"controls were moved"));
        answerWith(window.path("moves of mine.csv"));
        window.get<QAction>("actionSaveControls")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"on the clipboard"), kLong);
        const QString line = QApplication::clipboard()->text();
        QVERIFY2(
            line.endsWith(QStringLiteral(" --controls '%1'").arg(window.path("moves of mine.csv"))),
            qPrintable(line));

        const QString mine = window.path("mine.safetensors");
        window.window().session().saveModel(mine, true);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(mine), kLong);
        const QString others = window.path("others.safetensors");
        std::vector<std::string> args;
        for (const QString &word :
             QProcess::splitCommand(QString(line).replace(u'\'', u'"')).mid(1))
            args.push_back(word.toStdString());
        args.insert(args.end(), {"--output", others.toStdString(), "--likelihood", "none"});
        const Outcome outcome = runRbm(args);
        QVERIFY2(outcome.code == 0, outcome.err.c_str());
        const TrainingState state = loadCheckpoint(mine.toStdString());
        const Model model = loadModel(others.toStdString());
        QCOMPARE(model.update, state.update);
        QVERIFY(model.parameters.weights == state.parameters.weights);
        QVERIFY(model.parameters.visibleBias == state.parameters.visibleBias);
        QVERIFY(model.parameters.hiddenBias == state.parameters.hiddenBias);
    }

    void aBadListOfControlsEndsWith1AndTheLine() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("controls.csv"));
        QVERIFY(writeFile(path, "update,learning_rate,momentum\n0,0.1,0.3\n7,much,0.3\n"));
        const Outcome outcome =
            runRbm({"train", "--data", "starter", "--controls", path.toStdString()});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(isOneSentence(outcome.err), outcome.err.c_str());
        QVERIFY2(contains(outcome.err, "line 3: the learning rate is no number"),
                 outcome.err.c_str());
    }

    void aRunThatBeganFromAModelSaysThatNoCommandRepeatsIt() {
        Sharing window;
        Model model;
        model.parameters = RbmParameters::zeros(784, 16);
        model.width = model.height = 28;
        saveModel(window.path("model.safetensors").toStdString(), model);
        window.window().session().openModel(window.path("model.safetensors"));
        QTRY_COMPARE_WITH_TIMEOUT(window.now().state, RunState::Paused, kLong);
        window.train(1);
        window.get<QAction>("actionCopyCommand")->trigger();
        QVERIFY2(window.notice().contains(u"No command repeats this run"),
                 qPrintable(window.notice()));
    }

    void aSharedRunThatIsDroppedGoesOnWhereItWasWithItsControls() {
        Sharing window;
        window.window().session().setControls({0.2, 0.1});
        window.train(2);
        const QString path = window.path("mine.rbmx");
        answerWith(window.path("mine"));
        window.get<QAction>("actionSaveShared")->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().startsWith(u"Saved"), kLong);
        QVERIFY(QFileInfo::exists(path));
        QCOMPARE(loadDataNote(path.toStdString()).name, window.window().session().data().name);

        Sharing other;
        drop(other.window(), path);
        QTRY_COMPARE_WITH_TIMEOUT(other.now().update, std::uint64_t{2}, kLong);
        QVERIFY(other.now().controlsMoved);
        QVERIFY(other.now().startKnown);
        QCOMPARE(other.now().config.numHidden, std::size_t{16});
        QVERIFY(other.notice().startsWith(u"Opened"));
        QCOMPARE(other.recent()->paths(), QStringList{path});
    }

    void aFileThatIsNamedAtTheStartOpensOnceThereAreImages() {
        QString path;
        QTemporaryDir folder;
        {
            Sharing window;
            window.train(3);
            path = folder.filePath(QStringLiteral("three.safetensors"));
            window.window().session().saveModel(path, true);
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), kLong);
        }
        WindowOptions options;
        options.dataFolder = folder.path();
        options.keepSettings = false;
        MainWindow window(options);
        window.openPath(path);
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().update, std::uint64_t{3}, kLong);
    }

    void aRunOnOtherImagesSaysSoAndOpensThemFirst() {
        QTemporaryDir folder;
        const QString images = folder.filePath(QStringLiteral("tiny"));
        writeImages(images, 4, 200);
        const QString path = folder.filePath(QStringLiteral("tiny.rbmx"));
        {
            Sharing window;
            drop(window.window(), images);
            QTRY_COMPARE_WITH_TIMEOUT(window.now().width, std::size_t{4}, kLong);
            QTRY_COMPARE_WITH_TIMEOUT(window.now().state, RunState::Idle, kLong);
            window.train(1);
            window.window().session().saveModel(path, true);
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), kLong);
        }
        Sharing window;
        drop(window.window(), path);
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"was trained on tiny"), kLong);
        QCOMPARE(window.now().update, std::uint64_t{0});
        answerWith(images);
        for (auto *button : window.get<QWidget>("noticeBar")->findChildren<QPushButton *>()) {
            if (button->text().startsWith(u"Open its folder"))
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_COMPARE_WITH_TIMEOUT(window.now().update, std::uint64_t{1}, kLong);
        QCOMPARE(window.now().width, std::size_t{4});
    }

    void aRunOnOtherImagesOfTheSameSizeGoesOnAndSaysSo() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("few.rbmx"));
        writeImages(folder.filePath(QStringLiteral("few")), 4, 100);
        writeImages(folder.filePath(QStringLiteral("many")), 4, 300);
        Sharing window;
        drop(window.window(), folder.filePath(QStringLiteral("few")));
        QTRY_COMPARE_WITH_TIMEOUT(window.now().width, std::size_t{4}, kLong);
        window.train(1);
        window.window().session().saveModel(path, true);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(!window.now().unsaved, kLong);
        drop(window.window(), folder.filePath(QStringLiteral("many")));
        QTRY_COMPARE_WITH_TIMEOUT(window.window().session().data().name, std::string("many"),
                                  kLong);
        drop(window.window(), path);
        QTRY_VERIFY_WITH_TIMEOUT(
            window.notice().contains(u"was trained on few, and the present images are many"),
            kLong);
        QTRY_COMPARE_WITH_TIMEOUT(window.now().update, std::uint64_t{1}, kLong);
    }

    void anImageFileOpensItsFolder() {
        Sharing window;
        writeImages(window.path("set"), 4, 50);
        drop(window.window(), window.path("set/t10k-images-idx3-ubyte"));
        QTRY_COMPARE_WITH_TIMEOUT(window.now().width, std::size_t{4}, kLong);
        QTRY_COMPARE_WITH_TIMEOUT(window.recent()->paths(), QStringList{window.path("set")}, kLong);
        window.get<QAction>("actionCopyCommand")->trigger();
        QVERIFY2(QApplication::clipboard()->text().endsWith(QStringLiteral(" --data ") +
                                                            window.path("set")),
                 qPrintable(QApplication::clipboard()->text()));
    }

    void aFolderThatOpensIsToldInPlaceOfAnEarlierNotice() {
        Sharing window;
        writeImages(window.path("set"), 4, 50);
        QVERIFY(writeFile(window.path("notes.txt"), "notes"));
        drop(window.window(), window.path("notes.txt"));
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(u"neither a model"), kLong);
        drop(window.window(), window.path("set"));
        QTRY_COMPARE_WITH_TIMEOUT(
            window.notice(),
            QStringLiteral("Opened %1: 50 training and 50 test images.").arg(window.path("set")),
            kLong);
    }

    void whatIsDraggedOverTheWindowIsFramedAndNamed() {
        Sharing window;
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(window.path("some.rbmx"))});
        const auto *frame = window.get<QWidget>("dropFrame");
        const auto enter = [&] {
            QDragEnterEvent event({40, 40}, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(&window.window(), &event);
        };
        enter();
        QVERIFY(frame->isVisible());
        QCOMPARE(frame->size(), window.window().size());
        QCOMPARE(window.window().statusBar()->currentMessage(),
                 QStringLiteral("Drop to open some.rbmx."));
        QDragLeaveEvent leave;
        QApplication::sendEvent(&window.window(), &leave);
        QVERIFY(!frame->isVisible());
        QVERIFY(window.window().statusBar()->currentMessage().isEmpty());
        enter();
        drop(window.window(), window.path("some.rbmx"));
        QVERIFY(!frame->isVisible());
        data.setUrls({QUrl(QStringLiteral("https://example.org/some.rbmx"))});
        enter();
        QVERIFY(!frame->isVisible());
    }

    void whatCannotBeOpenedIsToldInOneNotice_data() {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("part");
        QTest::newRow("text") << "notes.txt"
                              << "neither a model";
        QTest::newRow("broken") << "broken.rbmx"
                                << "no usable model file";
        QTest::newRow("folder") << "empty"
                                << "has no images";
        QTest::newRow("gone") << "nowhere"
                              << "is not there";
    }

    void whatCannotBeOpenedIsToldInOneNotice() {
        QFETCH(QString, name);
        QFETCH(QString, part);
        Sharing window;
        QVERIFY(writeFile(window.path("notes.txt"), "notes"));
        QVERIFY(writeFile(window.path("broken.rbmx"), "this is no run"));
        QVERIFY(QDir().mkpath(window.path("empty")));
        drop(window.window(), window.path(name.toLatin1().constData()));
        QTRY_VERIFY_WITH_TIMEOUT(window.notice().contains(part), kLong);
        QVERIFY(window.notice().contains(name));
        QCOMPARE(window.now().state, RunState::Idle);
        QVERIFY(window.recent()->paths().isEmpty());
    }

    void recentFilesAreRememberedAndOpenAgain() {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("kept & mine.rbmx"));
        {
            Sharing window;
            window.train(1);
            window.window().session().saveModel(path, true);
            QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(path), kLong);
        }
        RecentFiles(true).add(path);
        WindowOptions options;
        options.dataFolder = folder.path();
        MainWindow window(options);
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
        auto *menu = window.findChild<QMenu *>(QStringLiteral("recentMenu"));
        QVERIFY(menu->menuAction()->isEnabled());
        QAction *action = menu->actions().front();
        QCOMPARE(action->data().toString(), path);
        QVERIFY(action->text().startsWith(u"&1  kept && mine.rbmx"));
        action->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().update, std::uint64_t{1}, kLong);
        QVERIFY(QFile::remove(path));
        menu->actions().front()->trigger();
        QTRY_VERIFY_WITH_TIMEOUT(!menu->menuAction()->isEnabled(), kLong);
        QVERIFY(window.findChild<QLabel *>(QStringLiteral("noticeText"))
                    ->text()
                    .contains(u"removed from the recent files"));
        QVERIFY(RecentFiles(true).paths().isEmpty());
    }

    void noMoreThanTenAreListedTheNewestFirst() {
        RecentFiles recent(false);
        for (int at = 0; at < 12; ++at)
            recent.add(QStringLiteral("/models/%1.safetensors").arg(at));
        recent.add(QStringLiteral("/models/5.safetensors"));
        QCOMPARE(recent.paths().size(), RecentFiles::kMost);
        QCOMPARE(recent.paths().front(), QStringLiteral("/models/5.safetensors"));
        QCOMPARE(recent.paths().at(1), QStringLiteral("/models/11.safetensors"));
    }
};

QTEST_MAIN(TestWindowSharing)
#include "test_window_sharing.moc"
