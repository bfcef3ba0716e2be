// Which images the window trains on: those that somebody named, the compiled-in ones, those of
// before.
#include "tests/support/image_folder.h"
#include "tests/support/window_fixture.h"
#include "ui/theme/theme.h"

#include <QAction>
#include <QLabel>

using namespace rbm;
using namespace rbm::test;

class TestWindowImages : public QObject {
    Q_OBJECT
private slots:
    void initTestCase() {
        qputenv("RBM_CUDA_MODULE", "/no such module");
        loadFonts();
        QApplication::setFont(textFont());
    }

    void aNamedFolderWithoutImagesIsTold() {
        WindowOptions options;
        const QTemporaryDir empty;
        options.dataFolder = empty.path();
        options.dataIsNamed = true;
        Fixture fixture(options);
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const QString text = fixture.get<QLabel>("noticeText")->text();
        QVERIFY2(text.startsWith(
                     QStringLiteral("There are no images (IDX files) in %1.").arg(empty.path())),
                 qPrintable(text));
        QVERIFY(text.endsWith(u"Until then you train on 2,500 digits of MNIST."));
        QVERIFY(fixture.noticeButton(QStringLiteral("Choose folder")) != nullptr);
    }

    // A run on them can be gone on with then.
    void theCompiledInDigitsCanBeHadAgain() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        const auto starter = fixture.window().session().data();
        const QString images = fixture.folder() + QStringLiteral("/ten");
        writeImages(images, 10);
        fixture.window().openPath(images);
        QTRY_COMPARE_WITH_TIMEOUT(fixture.window().session().data().train->width, std::size_t{10},
                                  kLong);
        fixture.get<QAction>("actionStarterDigits")->trigger();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_COMPARE_WITH_TIMEOUT(text->text(),
                                  QStringLiteral("Opened the compiled-in digits: 2,000 training "
                                                 "and 500 test images."),
                                  kLong);
        QVERIFY(fixture.window().session().data().train->pixels == starter.train->pixels);
        QVERIFY(fixture.window().session().data().train->labels == starter.train->labels);
        // The next folder is told by its own name.
        fixture.window().openPath(images);
        QTRY_COMPARE_WITH_TIMEOUT(
            text->text(), QStringLiteral("Opened %1: 60 training and 60 test images.").arg(images),
            kLong);
    }

    void whatWasToldOfAnOpenedModelGoesWhenItIsTrainedOn() {
        Fixture fixture;
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isReady(), kLong);
        fixture.get<QAction>("actionBundledModel")->trigger();
        auto *text = fixture.get<QLabel>("noticeText");
        QTRY_VERIFY_WITH_TIMEOUT(text->text().startsWith(u"Opened the bundled model"), kLong);
        QTest::qWait(300);
        QVERIFY(text->isVisible());
        fixture.window().session().setEpochs(1000000);
        fixture.window().session().play();
        QTRY_VERIFY_WITH_TIMEOUT(!text->isVisible(), kLong);
    }
};

QTEST_MAIN(TestWindowImages)
#include "test_window_images.moc"
