// What the window does with files: pictures, models and checkpoints.
#include "engine/model/model_file.h"
#include "tests/support/folder_files.h"
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

class TestWindowFiles : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
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

    void aModelThatIsNoneIsToldAndChangesNothing() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/broken.safetensors");
        QVERIFY(writeFile(path, "no model"));
        fixture.window().session().openModel(path);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"broken.safetensors"), kLong);
        QCOMPARE(fixture.now().state, RunState::Idle);
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
