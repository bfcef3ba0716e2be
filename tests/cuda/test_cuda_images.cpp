// Images that stay on the card: mini-batches that name their rows become what those with pixels
// become, bit for bit.
#include "engine/base/error.h"
#include "engine/data/batch_loader.h"
#include "engine/training/pcd_trainer.h"
#include "engine/training/update_story.h"
#include "tests/cuda/both_backends.h"

#include <QtTest>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kWidth = 10;
constexpr std::size_t kHeight = 13; // fits no 64 units that share random words
constexpr std::uint64_t kSeed = 77;

std::shared_ptr<const Dataset> grayImages(std::size_t count = 23) {
    return randomImages(kWidth, kHeight, count, true, 17);
}

/// A card whose memory is nearly full is given the pixels of every batch.
class WithoutRoom {
public:
    WithoutRoom() { emulation::machine().memory = 1000; }
    ~WithoutRoom() { emulation::machine().memory = std::size_t{1} << 30; }
};

TrainingConfig configOf(Pixels pixels) {
    TrainingConfig config;
    config.numHidden = 11;
    config.k = 2;
    config.batchSize = 5; // of 23 images: the last batch has three
    config.pixels = pixels;
    config.seed = kSeed;
    return config;
}

} // namespace

class TestCudaImages : public QObject {
    Q_OBJECT

private slots:
    void init() { use(Clusters); }
    void cleanup() {
        emulation::heal();
        emulation::machine() = {};
    }

    void rowsGiveWhatTheirPixelsGive_data() {
        QTest::addColumn<int>("pixels");
        QTest::newRow("gray") << static_cast<int>(Pixels::Gray);
        QTest::newRow("sampled") << static_cast<int>(Pixels::Sampled);
        QTest::newRow("threshold") << static_cast<int>(Pixels::Threshold);
    }
    void rowsGiveWhatTheirPixelsGive() {
        QFETCH(int, pixels);
        const auto config = configOf(static_cast<Pixels>(pixels));
        const auto images = grayImages();
        const auto keeping = cuda::makeCudaBackend(0);
        const auto other = cuda::makeCudaBackend(0);
        PcdTrainer rows(*keeping, images, config);
        const auto without = std::make_unique<WithoutRoom>();
        PcdTrainer brought(*other, images, config);
        for (int update = 0; update < 12; ++update) { // into the third epoch
            rows.update({1, 0.5});
            brought.update({1, 0.5});
        }
        QVERIFY(rows.state().parameters == brought.state().parameters);
        QVERIFY(rows.state().chains == brought.state().chains);
    }

    void rowsGoToTheCardWithoutTheirPixels() {
        const auto images = randomImages(40, 40, 23, true, 17);
        const auto bytesOf = [&](bool kept) {
            const auto backend = cuda::makeCudaBackend(0);
            std::unique_ptr<WithoutRoom> without;
            if (!kept) {
                without = std::make_unique<WithoutRoom>();
            }
            PcdTrainer trainer(*backend, images, configOf(Pixels::Gray));
            trainer.update({1, 0.5});
            const std::size_t before = emulation::bytesToCard();
            trainer.update({1, 0.5});
            return emulation::bytesToCard() - before;
        };
        QVERIFY(bytesOf(true) < 200);
        QVERIFY(bytesOf(false) >= 5 * 1600);
    }

    // The next epoch's order is made on a thread beside.
    void anotherRunOnTheSameBackendHasItsOwnImages() {
        const auto backend = cuda::makeCudaBackend(0);
        const auto plain = makeReferenceBackend();
        for (const std::size_t count : {23, 14}) {
            const auto images = grayImages(count);
            PcdTrainer trainer(*backend, images, configOf(Pixels::Sampled), 2);
            PcdTrainer expected(*plain, images, configOf(Pixels::Sampled));
            for (int update = 0; update < 6; ++update) {
                plain->sampleFrom(backend->sampledParameters());
                trainer.update({1, 0.5});
                expected.update({1, 0.5});
            }
            QVERIFY(largestDifference(trainer.state().parameters.weights,
                                      expected.state().parameters.weights) < 1e-5);
        }
    }

    void goingOnFromAStateGivesTheSameBits() {
        const auto images = grayImages();
        const auto backend = cuda::makeCudaBackend(0);
        PcdTrainer whole(*backend, images, configOf(Pixels::Sampled));
        for (int update = 0; update < 3; ++update) {
            whole.update({1, 0.5});
        }
        const TrainingState middle = whole.state();
        const auto second = cuda::makeCudaBackend(0);
        PcdTrainer rest(*second, images, middle, 3);
        for (int update = 3; update < 12; ++update) {
            whole.update({1, 0.5});
            rest.update({1, 0.5});
        }
        QVERIFY(rest.state().parameters == whole.state().parameters);
    }

    void aCardWithoutRoomIsGivenThePixels() {
        const auto backend = cuda::makeCudaBackend(0);
        const auto kept = [&] { return backend->keepImages(*grayImages(), Pixels::Gray, 1); };
        emulation::failAt("cudaMalloc", 1, cudaErrorMemoryAllocation, false);
        QVERIFY(!kept());
        emulation::heal();
        QVERIFY(kept());
        {
            const WithoutRoom full;
            QVERIFY(!kept());
        }
        QVERIFY(kept());
    }

    // All else is on the card before the images, which it can do without.
    void imagesTakeTheirRoomLast() {
        const auto backend = cuda::makeCudaBackend(0);
        const auto images = grayImages(60000);
        TrainingConfig config = configOf(Pixels::Gray);
        config.numHidden = 4000; // parameters, momentum and the like take 2 MB each
        const std::size_t fits = emulation::allocatedBytes() + images->pixels.size() + 4000000;
        emulation::machine().memory = fits * 8 / 7; // an eighth has to be left
        QVERIFY(backend->keepImages(*images, Pixels::Gray, 1));
        QVERIFY(backend->keepImages(*images, Pixels::Gray, 1)); // the former go before
        PcdTrainer trainer(*backend, images, config);
        const std::size_t before = emulation::bytesToCard();
        trainer.update({1, 0.5});
        QVERIFY(emulation::bytesToCard() - before > 5 * 130);
    }

    // It replays one update on a backend of its own, beside the training's.
    void anUpdateThatIsToldTakesNoneOfTheImagesAlong() {
        const auto images = grayImages(5000); // 650,000 bytes
        const auto backend = cuda::makeCudaBackend(0);
        PcdTrainer trainer(*backend, images, configOf(Pixels::Gray));
        const auto replay = cuda::makeCudaBackend(0);
        const std::size_t before = emulation::bytesToCard();
        const UpdateStory story = recordUpdate(*replay, images, trainer.state(), {1, 0.5});
        QVERIFY(emulation::bytesToCard() - before < images->pixels.size() / 4);
        trainer.update({1, 0.5});
        QVERIFY(endsWith(story, trainer.state()));
    }

    void rowsThatTheCardDoesNotHaveAreRefused() {
        const auto backend = cuda::makeCudaBackend(0);
        const std::vector<std::uint32_t> rows = {0, 23};
        const auto update = [&](std::size_t units, std::size_t count) {
            backend->setParameters(randomModel(units, 4, 0.5, 1));
            const auto chains = backend->makeChains(2);
            backend->pcdUpdate(*chains, {std::span(rows).first(count), {}}, 1, {}, 1, 0);
        };
        QVERIFY_THROWS_EXCEPTION(Error, update(130, 1)); // there are none yet
        QVERIFY(backend->keepImages(*grayImages(), Pixels::Gray, 1));
        update(130, 1);
        QVERIFY_THROWS_EXCEPTION(Error, update(130, 2));
        QVERIFY_THROWS_EXCEPTION(Error, update(129, 1));
    }
};

QTEST_GUILESS_MAIN(TestCudaImages)
#include "test_cuda_images.moc"
