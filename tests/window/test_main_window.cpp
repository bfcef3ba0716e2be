#include "engine/model/model_file.h"
#include "tests/support/http_server.h"
#include "ui/theme/theme.h"
#include "ui/widgets/tile_view.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDoubleSpinBox>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QStackedWidget>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <algorithm>
#include <memory>

using namespace rbm;

namespace {

constexpr int kLong = 30000; ///< ms; the machine may be slow, the condition is what counts

/// A window on the starter digits (an empty data folder), with a small model so
/// that an epoch takes a moment only.
class Fixture {
public:
    explicit Fixture(const QStringList &mirrors = {}) : m_window(options(mirrors)) {
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

    const TrainingSnapshot &now() { return m_window.session().snapshot(); }
    bool isReady() {
        return now().state == RunState::Idle && now().config.numHidden == 16 &&
               now().filters != nullptr && now().filters->size() == 16U * 784U;
    }

private:
    WindowOptions options(const QStringList &mirrors) const {
        WindowOptions result;
        result.dataFolder = m_folder.path();
        result.mirrors = mirrors;
        result.keepSettings = false;
        return result;
    }

    QTemporaryDir m_folder;
    MainWindow m_window;
};

/// Answers the question about unsaved training with "do not save".
void answerDoNotSave() {
    QTimer::singleShot(0, [] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box != nullptr);
        for (auto *button : box->buttons()) {
            if (box->buttonRole(button) == QMessageBox::DestructiveRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    });
}

} // namespace

class TestMainWindow : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        loadFonts();
        QApplication::setFont(textFont());
    }

    void opensWithTheStarterDigitsAndOffersTheDownload() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QCOMPARE(fixture.window().session().data().train->count(), std::size_t{2000});
        QVERIFY(fixture.get<QWidget>("noticeBar")->isVisible());
        QVERIFY(
            fixture.get<QLabel>("noticeText")->text().contains(u"MNIST is not on this computer"));
    }

    void aDownloadThatFailsIsToldAndLeavesNothing() {
        const test::HttpServer server; // knows no file
        Fixture fixture({server.url()});
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const auto buttons = fixture.get<QWidget>("noticeBar")->findChildren<QPushButton *>();
        const auto get = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton *b) {
            return b->text() == QStringLiteral("Get MNIST");
        });
        QVERIFY(get != buttons.end());
        QTest::mouseClick(*get, Qt::LeftButton);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Could not download MNIST"), kLong);
        QVERIFY(!server.requests().isEmpty());
        QVERIFY(QDir(fixture.folder()).isEmpty());
        QCOMPARE(fixture.now().state, RunState::Idle);
    }

    void aClickTrainsAndAnotherPauses() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *button = fixture.get<QPushButton>("mainButton");
        QCOMPARE(button->text(), QStringLiteral("Train"));
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 5, kLong);
        QCOMPARE(button->text(), QStringLiteral("Pause"));
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Paused, kLong);
        const auto update = fixture.now().update;
        QTest::qWait(200);
        QCOMPARE(fixture.now().update, update);
        QCOMPARE(button->text(), QStringLiteral("Resume"));
    }

    void oneStepMakesOneUpdate() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{1}, kLong);
        QCOMPARE(fixture.now().state, RunState::Paused);
    }

    void aSliderActsWhileItTrainsAndTypedValuesAreExact() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 0, kLong);
        auto *slider = fixture.get<QSlider>("learningRateSlider");
        slider->setFocus();
        const double before = fixture.now().controls.learningRate;
        for (int press = 0; press < 20; ++press)
            QTest::keyClick(slider, Qt::Key_Right);
        const double wanted = fixture.get<QDoubleSpinBox>("learningRateEdit")->value();
        QVERIFY(wanted > before);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().controls.learningRate, wanted, kLong);

        auto *edit = fixture.get<QDoubleSpinBox>("momentumEdit");
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, edit->locale().toString(0.57, 'f', 2));
        QTest::keyClick(edit, Qt::Key_Return);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().controls.momentum, 0.57, kLong);
    }

    void modelSettingsAreLockedWhileItTrains() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QVERIFY(fixture.get<QSpinBox>("hiddenUnits")->isEnabled());
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Training, kLong);
        for (const char *name : {"hiddenUnits", "gibbsSteps", "batchSize", "randomSeed"})
            QTRY_VERIFY(!fixture.get<QSpinBox>(name)->isEnabled());
        QVERIFY(fixture.get<QSlider>("learningRateSlider")->isEnabled());
    }

    void theLikelihoodAppearsWithItsSampleSize() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.click("mainButton");
        auto *text = fixture.get<QLabel>("sampleSize");
        QTRY_VERIFY_WITH_TIMEOUT(text->isVisible(), 2 * kLong);
        QVERIFY(text->text().contains(u"Effective sample size"));
    }

    void aRunEndsAndCanGoOnForTenMoreEpochs() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QSpinBox>("epochs")->setValue(1);
        fixture.click("mainButton");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().state, RunState::Finished, kLong);
        QCOMPARE(fixture.now().update, std::uint64_t{25}); // 2,000 images by 80
        QCOMPARE(fixture.get<QPushButton>("mainButton")->text(), QStringLiteral("Train 10 more"));
        fixture.click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().update > 25, kLong);
        QCOMPARE(fixture.get<QSpinBox>("epochs")->value(), 11);
    }

    void restartAsksBeforeTrainingIsLost() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        QTest::keyClick(&fixture.window(), Qt::Key_F10);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.now().unsaved, kLong);
        answerDoNotSave();
        fixture.get<QAction>("actionRestart")->trigger();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().update, std::uint64_t{0}, kLong);
    }

    void watchedChainsRunFromRealDigitsAndCanBeExported() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(2).center());
        auto *real = fixture.get<TileView>("realGrid");
        QTRY_COMPARE_WITH_TIMEOUT(real->count(), 100, kLong);
        const QImage start = real->atlas();
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.count, 100, kLong);
        fixture.click("chainPlayPause");
        QTRY_COMPARE_WITH_TIMEOUT(fixture.now().chains.step, std::uint64_t{3000}, 4 * kLong);
        QTRY_VERIFY(!fixture.now().chains.running);
        QCOMPARE(real->atlas(), start);
        QVERIFY(fixture.get<TileView>("sampleGrid")->atlas() != start);

        const QString path = fixture.folder() + QStringLiteral("/samples.png");
        fixture.window().exportSamples(path);
        QTRY_VERIFY_WITH_TIMEOUT(QImage(path).width() > QImage(path).height(), kLong);
    }

    void classesAndSingleDigitsCanBeChosen() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QTabBar>("workspaceTabs")->setCurrentIndex(2);
        auto *real = fixture.get<TileView>("realGrid");
        QTRY_COMPARE_WITH_TIMEOUT(real->count(), 100, kLong);
        const QImage all = real->atlas();
        fixture.click("digitFilter0");
        QVERIFY(real->atlas() != all);
        const QImage without = real->atlas();
        QTest::keyClick(real, Qt::Key_R);
        QVERIFY(real->atlas() != without);
    }

    void filtersAndPlotAreExported() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString filters = fixture.folder() + QStringLiteral("/filters.png");
        fixture.window().exportFilters(filters);
        QTRY_VERIFY_WITH_TIMEOUT(!QImage(filters).isNull(), kLong);
        const QString plot = fixture.folder() + QStringLiteral("/plot.png");
        fixture.window().exportPlot(plot);
        QTRY_COMPARE_WITH_TIMEOUT(QImage(plot).size(), QSize(1600, 1000), kLong);
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(fixture.folder() + QStringLiteral("/plot.csv")),
                                 kLong);
    }

    void anExportThatCannotBeWrittenIsToldInOneSentence() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.window().exportFilters(fixture.folder() + QStringLiteral("/nowhere/filters.png"));
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"nowhere/filters.png"), kLong);
        QVERIFY(text->text().startsWith(u"Cannot save"));
    }

    void aModelThatIsNoneIsToldAndChangesNothing() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString path = fixture.folder() + QStringLiteral("/broken.safetensors");
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("no model");
        file.close();
        fixture.window().session().openModel(path);
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().contains(u"broken.safetensors"), kLong);
        QCOMPARE(fixture.now().state, RunState::Idle);
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

    void closingWhileItTrainsEndsTheWorker() {
        auto fixture = std::make_unique<Fixture>();
        QTRY_VERIFY_WITH_TIMEOUT(fixture->isReady(), kLong);
        fixture->click("mainButton");
        QTRY_VERIFY_WITH_TIMEOUT(fixture->now().unsaved, kLong);
        answerDoNotSave();
        QVERIFY(fixture->window().close());
        fixture.reset(); // would hang here
    }

    void nothingIsCutOffAtTheSmallestSize() {
        Fixture fixture;
        fixture.window().resize(1100, 700);
        auto *tabs = fixture.get<QTabBar>("workspaceTabs");
        for (int tab = tabs->count() - 1; tab >= 0; --tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            QVERIFY2(fixture.window().minimumSizeHint().width() <= 1100,
                     qPrintable(QString::number(fixture.window().minimumSizeHint().width())));
            QVERIFY(fixture.window().minimumSizeHint().height() <= 700);
        }
    }
};

QTEST_MAIN(TestMainWindow)
#include "test_main_window.moc"
