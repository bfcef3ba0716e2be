#include "engine/base/error.h"
#include "ui/support/pictures.h"

#include <QTest>

#include <vector>

using namespace rbm;

namespace {

constexpr std::size_t kSide = 28;
constexpr std::size_t kSize = kSide * kSide;
constexpr int kStep = 29; ///< a tile and a line
constexpr QRgb kWhite = qRgb(255, 255, 255);

QRgb gray(int level) { return qRgb(level, level, level); }

/// Real image i is all of level i, and its sample is the reverse.
struct Images {
    std::vector<std::uint8_t> real;
    std::vector<float> samples;

    explicit Images(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            real.insert(real.end(), kSize, static_cast<std::uint8_t>(i));
            samples.insert(samples.end(), kSize, static_cast<float>(255 - i) / 255);
        }
    }

    QImage grid(std::size_t columns, GridStyle style) const {
        return sampleGrid(real, samples, kSide, kSide, columns, style);
    }
};

/// Whether the tile with this corner is of this level up to its last pixel.
bool isTile(const QImage &image, int left, int top, int level) {
    for (int y = 0; y < int(kSide); ++y) {
        for (int x = 0; x < int(kSide); ++x) {
            if (image.pixel(left + x, top + y) != gray(level))
                return false;
        }
    }
    return true;
}

} // namespace

class TestPictures : public QObject {
    Q_OBJECT

private slots:
    void aRuledGridOf15By15Is880By434() {
        QCOMPARE(Images(225).grid(15, GridStyle::Ruled).size(), QSize(880, 434));
    }

    void inARuledGridRealAndSampleStandAtTheSamePlace() {
        const QImage image = Images(225).grid(15, GridStyle::Ruled);
        for (int tile = 0; tile < 225; ++tile) {
            const int x = tile % 15 * kStep;
            const int y = tile / 15 * kStep;
            QVERIFY(isTile(image, x, y, tile));
            QVERIFY(isTile(image, 434 + 12 + x, y, 255 - tile));
        }
    }

    void linesOfOnePixelStandBetweenTilesAndNoneAroundThem() {
        const QImage image = Images(225).grid(15, GridStyle::Ruled);
        const QRgb line = image.pixel(28, 0);
        QVERIFY(qRed(line) > 60 && qRed(line) < 195); // seen beside black and white
        for (int at = 0; at < 434; ++at) {
            for (int between = 28; between < 434 - 1; between += kStep) {
                QCOMPARE(image.pixel(between, at), line);
                QCOMPARE(image.pixel(at, between), line);
                QCOMPARE(image.pixel(446 + between, at), line);
                QCOMPARE(image.pixel(446 + at, between), line);
            }
        }
        QVERIFY(isTile(image, 0, 0, 0));
        QVERIFY(isTile(image, 880 - 28, 434 - 28, 255 - 224));
    }

    void theGutterIsWhiteAnd12PixelsWide() {
        const QImage image = Images(225).grid(15, GridStyle::Ruled);
        for (int x = 434; x < 446; ++x) {
            for (int y = 0; y < 434; ++y)
                QCOMPARE(image.pixel(x, y), kWhite);
        }
    }

    void aRuledGridWithoutRealImagesIsOneHalf() {
        Images images(6);
        images.real.clear();
        const QImage image = images.grid(3, GridStyle::Ruled);
        QCOMPARE(image.size(), QSize(3 * kStep - 1, 2 * kStep - 1));
        QVERIFY(isTile(image, kStep, kStep, 255 - 4));
    }

    void aGaplessGridHasNeitherLinesNorBorder() {
        const QImage image = Images(6).grid(3, GridStyle::Gapless);
        QCOMPARE(image.size(), QSize(6 * 28 + 14, 2 * 28));
        for (int tile = 0; tile < 6; ++tile) {
            const int x = tile % 3 * 28;
            const int y = tile / 3 * 28;
            QVERIFY(isTile(image, x, y, tile));
            QVERIFY(isTile(image, 3 * 28 + 14 + x, y, 255 - tile));
        }
        QCOMPARE(image.pixel(3 * 28, 0), kWhite);
    }

    void imagesThatDoNotFitAndPicturesTooLargeAreRefused() {
        Images images(2);
        images.real.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, images.grid(1, GridStyle::Ruled));
        QVERIFY_THROWS_EXCEPTION(Error, Images(1200).grid(1, GridStyle::Ruled));
    }

    void filtersStandBetweenLinesAndWithinABorder() {
        RbmParameters parameters = RbmParameters::zeros(4, 3);
        parameters.weights[2] = -2; // of pixel 0 to unit 2
        parameters.weights[3] = 1;  // of pixel 1 to unit 0
        const QImage image = filterAtlas(parameters, 2, 2, 2);
        QCOMPARE(image.size(), QSize(7, 7));
        QCOMPARE(image.pixel(0, 0), gray(128));
        QCOMPARE(image.pixel(3, 1), gray(128));
        QCOMPARE(image.pixel(1, 4), divergingColour(-1));
        QCOMPARE(image.pixel(2, 1), divergingColour(0.5));
        QCOMPARE(image.pixel(1, 1), divergingColour(0));
    }
};

QTEST_GUILESS_MAIN(TestPictures)
#include "test_pictures.moc"
