// What the window does with files: pictures, models and checkpoints.
#include "engine/model/model_file.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/folder_files.h"
#include "tests/support/http_server.h"
#include "tests/support/image_folder.h"
#include "tests/support/ordinary_user.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QTabBar>

using namespace rbm;
using namespace rbm::test;

namespace {

/// Of a hidden layer of 16 units, all of its weights 0.
Model modelOf(std::size_t side) {
    Model model;
    model.parameters = RbmParameters::zeros(side * side, 16);
    model.width = model.height = side;
    return model;
}

} // namespace

class TestWindowFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        qputenv("RBM_CUDA_MODULE", "/no such module");
        loadFonts();
        QApplication::setFont(textFont());
    }

    void theExportKeyWritesWhatTheTabShows_data() {
        QTest::addColumn<int>("tab");
        QTest::addColumn<QString>("name");
        QTest::newRow("train") << 0 << "likelihood.png";
        QTest::newRow("filters") << 1 << "filters.png";
    }

    void theExportKeyWritesWhatTheTabShows() {
        QFETCH(int, tab);
        QFETCH(QString, name);
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(tab);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QAction>("actionExport")->isEnabled(), kLong);
        const QString path = fixture.folder() + QLatin1Char('/') + name;
        QString proposed;
        QTest::keyClick(&fixture.window(), Qt::Key_E, Qt::ControlModifier);
        auto *pane = fixture.get<QWidget>("exportPanel");
        QVERIFY(pane->isVisible());
        QTimer::singleShot(0, [&] {
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            proposed = QFileInfo(dialog->selectedFiles().value(0)).fileName();
            dialog->selectFile(path);
            QMetaObject::invokeMethod(dialog, "accept");
        });
        QTest::keyClick(pane, Qt::Key_Return);
        QCOMPARE(proposed, name);
        QVERIFY(!pane->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!QImage(path).isNull(), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QLabel>("noticeText")->text().startsWith(u"Saved"),
                                 kLong);
    }

    void theNextDialogBeginsWhereTheLastFileWas() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString chosen = fixture.folder() + QStringLiteral("/of the class/first.safetensors");
        QVERIFY(QDir().mkpath(QFileInfo(chosen).path()));
        QString before;
        QString after;
        const auto askFor = [&](QString &folder, const QString &path) {
            QTimer::singleShot(0, [&folder, path] {
                auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
                QVERIFY(dialog != nullptr);
                folder = dialog->directory().path();
                dialog->selectFile(path);
                QMetaObject::invokeMethod(dialog, path.isEmpty() ? "reject" : "accept");
            });
            fixture.get<QAction>("actionSaveModel")->trigger();
        };
        askFor(before, chosen);
        QCOMPARE(before, QDir::homePath());
        askFor(after, {});
        QCOMPARE(after, QFileInfo(chosen).path());
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(chosen), kLong);
    }

    void aModelThatIsNoneIsToldAndChangesNothing() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/broken.safetensors");
        QVERIFY(writeFile(path, "no model"));
        fixture.window().session().openModel(path);
        const QWidget *focus = QApplication::focusWidget();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"broken.safetensors"), kLong);
        QVERIFY(text->text().endsWith(u"The current model is unchanged."));
        QCOMPARE(fixture.now().state, RunState::Idle);
        QCOMPARE(QApplication::focusWidget(), focus);
        const QString good = fixture.folder() + QStringLiteral("/good.safetensors");
        saveModel(good.toStdString(), modelOf(28));
        fixture.clickNotice(QStringLiteral("Choose another"), good);
        QTRY_COMPARE_WITH_TIMEOUT(text->text(), QStringLiteral("Opened %1.").arg(good), kLong);
    }

    void aModelForOtherImagesTellsTheSizesAndOpensWithItsFolder() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/small.safetensors");
        saveModel(path.toStdString(), modelOf(10));
        fixture.window().session().openModel(path);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_COMPARE_WITH_TIMEOUT(
            text->text(),
            QStringLiteral("small.safetensors has 100 visible units, but the images have 784 "
                           "pixels. The current model is unchanged."),
            kLong);
        QVERIFY(fixture.noticeButton(QStringLiteral("Choose another")) != nullptr);
        const QString images = fixture.folder() + QStringLiteral("/ten");
        writeImages(images, 10);
        fixture.clickNotice(QStringLiteral("Open its folder…"), images);
        QTRY_COMPARE_WITH_TIMEOUT(text->text(), QStringLiteral("Opened %1.").arg(path), kLong);
        QCOMPARE(fixture.window().session().data().train->width, std::size_t{10});
    }

    void aFullDiskLeavesTheFileOfBeforeAndTheSaveCanBeRepeated() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/run.safetensors");
        QVERIFY(writeFile(path, "what was there"));
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        auto *text = fixture.get<QLabel>("noticeText");
        const auto failToSave = [&] {
            const FileSizeLimit limit(4096);
            fixture.window().session().saveModel(path, true);
            QTRY_VERIFY_WITH_TIMEOUT(fixture.get<QWidget>("noticeBar")->isVisible(), kLong);
            QTRY_VERIFY2_WITH_TIMEOUT(text->text().endsWith(u"The previous file is intact."),
                                      qPrintable(text->text()), kLong);
        };
        failToSave();
        QCOMPARE(contentOf(path), QByteArray("what was there"));
        QVERIFY(fixture.now().unsaved);
        const QString other = fixture.folder() + QStringLiteral("/elsewhere.safetensors");
        fixture.clickNotice(QStringLiteral("Choose folder"), other);
        QTRY_VERIFY_WITH_TIMEOUT(QFileInfo::exists(other), kLong);
        failToSave();
        fixture.clickNotice(QStringLiteral("Retry"));
        QTRY_VERIFY_WITH_TIMEOUT(contentOf(path) == contentOf(other), kLong);
        QTRY_COMPARE_WITH_TIMEOUT(text->text(), QStringLiteral("Saved %1.").arg(path), kLong);
        QVERIFY(fixture.noticeButton(QStringLiteral("Show in folder")) != nullptr);
    }

    void wrongFilesInMnistsOwnFolderCanBeDownloadedAgain() {
        const QTemporaryDir folder;
        writeImages(folder.path(), 10);
        const QString wrong = folder.filePath(QStringLiteral("train-images-idx3-ubyte"));
        QVERIFY(writeFile(wrong, "no images"));
        HttpServer server; // knows no file
        WindowOptions options;
        options.dataFolder = folder.path();
        options.dataName = QStringLiteral("MNIST");
        options.mirrors = {server.url(QStringLiteral("/mnist"))};
        options.keepSettings = false;
        Fixture fixture(options);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY2_WITH_TIMEOUT(text->text().contains(wrong), qPrintable(text->text()), kLong);
        QVERIFY(text->text().endsWith(u"Until then you train on 2,500 digits of MNIST."));
        QVERIFY(fixture.noticeButton(QStringLiteral("Choose folder")) != nullptr);
        fixture.clickNotice(QStringLiteral("Download again"));
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Could not download MNIST"), kLong);
        // They are there, but are not MNIST's.
        QVERIFY(!server.requests().filter(QStringLiteral("images-idx3-ubyte.gz")).isEmpty());
        QCOMPARE(contentOf(wrong), QByteArray("no images"));
        server.forgetRequests();
        fixture.clickNotice(QStringLiteral("Retry"));
        QTRY_VERIFY_WITH_TIMEOUT(!server.requests().isEmpty(), kLong);
    }

    void wrongFilesElsewhereStayAndAnotherFolderHelps() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString mine = fixture.folder() + QStringLiteral("/mine");
        writeImages(mine, 10);
        QVERIFY(writeFile(mine + QStringLiteral("/train-images-idx3-ubyte"), "no images"));
        fixture.window().openPath(mine);
        auto *choose = fixture.noticeButton(QStringLiteral("Choose folder"));
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"is no usable IDX file"), kLong);
        QVERIFY(choose != nullptr);
        for (auto *each : fixture.get<QWidget>("noticeBar")->findChildren<QAbstractButton *>())
            QVERIFY(!each->isVisible() || each->text() != u"Download again");
        const QString good = fixture.folder() + QStringLiteral("/good");
        writeImages(good, 10);
        fixture.clickNotice(QStringLiteral("Choose folder"), good);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window().session().data().train->width, std::size_t{10},
                                  kLong);
    }

    void whoAsksForACardThatIsNotThereTrainsOnTheProcessorAndIsTold() {
        WindowOptions options;
        options.backend = BackendChoice::Cuda;
        options.keepSettings = false;
        Fixture fixture(options);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QCOMPARE(fixture.window().session().backendName(), QStringLiteral("CPU"));
        auto *text = fixture.get<QLabel>("noticeText");
        const QString sentence = QStringLiteral("No usable CUDA device; training uses the CPU.");
        QTRY_COMPARE_WITH_TIMEOUT(text->text(), sentence, kLong);
        fixture.clickNotice(QStringLiteral("Details"));
        QVERIFY2(text->text().startsWith(sentence) && text->text().contains(u"no such module"),
                 qPrintable(text->text()));
    }

    void aDataFolderThatMayNotBeReadIsToldAtTheStart() {
        const QTemporaryDir parent;
        const auto readable = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner |
                              QFile::ReadOther | QFile::ExeOther;
        QVERIFY(QFile::setPermissions(parent.path(), readable));
        WindowOptions options;
        options.dataFolder = parent.filePath(QStringLiteral("data"));
        options.keepSettings = false;
        QVERIFY(QDir().mkpath(options.dataFolder));
        QVERIFY(QFile::setPermissions(options.dataFolder, {}));
        {
            const OrdinaryUser user;
            MainWindow window(options);
            window.show();
            const auto *text = window.findChild<QLabel *>(QStringLiteral("noticeText"));
            QTRY_VERIFY2_WITH_TIMEOUT(text->text().contains(u"Permission denied"),
                                      qPrintable(text->text()), kLong);
            QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
        }
        QVERIFY(QFile::setPermissions(options.dataFolder, readable));
    }

    // Two programs at once: each writes the settings as it closes.
    void twoWindowsShareTheSettingsWithoutHarm() {
        const QTemporaryDir folder;
        QCoreApplication::setOrganizationName(QStringLiteral("rbm-test")); // names the file
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
        WindowOptions options;
        options.dataFolder = folder.path();
        {
            MainWindow first(options);
            MainWindow second(options);
            first.show();
            second.show();
            QTRY_COMPARE_WITH_TIMEOUT(first.session().snapshot().state, RunState::Idle, kLong);
            QTRY_COMPARE_WITH_TIMEOUT(second.session().snapshot().state, RunState::Idle, kLong);
            QVERIFY(first.close());
            QVERIFY(second.close());
        }
        const QSettings settings;
        QCOMPARE(settings.status(), QSettings::NoError);
        QVERIFY(settings.contains(QStringLiteral("geometry")));
    }

    // What they would hold is lost for the next start, and nothing else is.
    void settingsThatCannotBeWrittenStopNothing() {
        const QTemporaryDir folder;
        QVERIFY(writeFile(folder.filePath(QStringLiteral("no folder")), "a file"));
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope,
                           folder.filePath(QStringLiteral("no folder")));
        WindowOptions options;
        options.dataFolder = folder.path();
        MainWindow window(options);
        window.show();
        QTRY_COMPARE_WITH_TIMEOUT(window.session().snapshot().state, RunState::Idle, kLong);
        QVERIFY(window.close());
    }

    void aSavedCheckpointOpensWhereItWasLeft() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        const QString path = fixture.folder() + QStringLiteral("/run.safetensors");
        fixture.window().session().saveModel(path, true);
        QTRY_VERIFY_WITH_TIMEOUT(!fixture.now().unsaved, kLong);
        fixture.window().session().restart(fixture.now().config);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{0}, kLong);
        fixture.window().session().openModel(path);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        QCOMPARE(fixture.now().state, RunState::Paused);
    }

    void aFolderOfOnesOwnEndsTheOfferOfMnist() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *bar = fixture.get<QWidget>("noticeBar");
        auto *text = fixture.get<QLabel>("noticeText");
        QVERIFY(text->text().startsWith(u"MNIST is not on this computer yet"));
        QTimer::singleShot(0, [] { // who changes their mind finds the offer again
            auto *dialog = qobject_cast<QFileDialog *>(QApplication::activeModalWidget());
            QVERIFY(dialog != nullptr);
            dialog->reject();
        });
        fixture.clickNotice(QStringLiteral("Choose folder"));
        QTRY_VERIFY(bar->isVisible());
        const QString mine = fixture.folder() + QStringLiteral("/mine");
        writeImages(mine, 10);
        fixture.window().openPath(mine);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window().session().data().train->width, std::size_t{10},
                                  kLong);
        QTRY_VERIFY2(text->text().startsWith(u"Opened "), qPrintable(text->text()));
        for (const QPushButton *button : bar->findChildren<QPushButton *>())
            QVERIFY(button->text() != u"Get MNIST" || !button->isVisible());
    }

    void aModelOfOtherImagesKeepsItsEpochsAndDreams() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        Model model = modelOf(28);
        for (std::size_t at = 0; at < model.parameters.weights.size(); ++at)
            model.parameters.weights[at] = static_cast<float>(at % 7) - 3.0F;
        model.epoch = 40;
        model.update = 30000; // 750 of MNIST's in an epoch; the starter digits have 25
        const QString path = fixture.folder() + QStringLiteral("/mnist.safetensors");
        saveModel(path.toStdString(), model);
        fixture.window().session().openModel(path);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1000}, kLong);
        QCOMPARE(fixture.now().updatesPerEpoch, std::size_t{25});
        const auto differ = [&] {
            const FloatTiles tiles = fixture.now().fantasies;
            return tiles != nullptr && tiles->size() >= 2 * 784U &&
                   !std::equal(tiles->begin() + 784, tiles->begin() + 1568, tiles->begin());
        };
        QTRY_VERIFY_WITH_TIMEOUT(differ(), kLong);
    }

    void trainingGoesOnFromAnOpenedModelWithoutAHistory() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        Model model;
        model.parameters = RbmParameters::zeros(784, 16);
        model.parameters.weights.assign(std::size_t{784} * 16, 5.0F);
        model.width = model.height = 28;
        const QString path = fixture.folder() + QStringLiteral("/foreign.safetensors");
        saveModel(path.toStdString(), model);
        fixture.window().session().openModel(path);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        fixture.get<QSpinBox>("epochs")->setValue(1);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        // A random start has weights near 0.01, and one epoch moves none this far.
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().filters != nullptr, kLong);
        QVERIFY(fixture.now().filters->front() > 4.0F);
    }
};

QTEST_MAIN(TestWindowFiles)
#include "test_window_files.moc"
