#include "engine/backend/backend_list.h"
#include "engine/inspection/digit_classifier.h"
#include "engine/inspection/silence.h"
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/reference_backend.h"
#include "tests/support/watched_digits.h"
#include "ui/session/session.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <random>

using namespace rbm;
using namespace rbm::test;

namespace {

TrainingConfig configFor(const RbmParameters &parameters) {
    TrainingConfig config = smallConfig();
    config.numHidden = parameters.hidden;
    return config;
}

/// A trainer whose model has these parameters, and the chains that watch it.
struct Watched {
    Watched(const RbmParameters &parameters, std::size_t maxBytes)
        : training(makeBackend(BackendChoice::Cpu)),
          trainer(*training, digits().train, configFor(parameters)),
          chains([] { return makeBackend(BackendChoice::Cpu); }, maxBytes) {
        training->setParameters(parameters);
        chains.start({chainStarts(), nullptr, 3}, *training, trainer);
    }

    ChainView view(std::optional<std::uint64_t> step) {
        chains.show(step);
        ChainView result;
        chains.describe(result, &digits());
        return result;
    }

    std::unique_ptr<Backend> training;
    PcdTrainer trainer;
    WatchedChains chains;
};

std::unique_ptr<Session> makeSession() {
    auto session = std::make_unique<Session>();
    session->setVisibleParts([] { return SnapshotRequest{true, true, true}; });
    session->setData(digits());
    session->restart(smallConfig());
    session->startChains(chainStarts(), 3);
    return session;
}

/// As it is in the program.
Model bundledModel() {
    return loadModel(RBM_TEST_DATA_DIR "/../../resources/models/bundled.safetensors");
}

} // namespace

class TestWatchedChains : public QObject {
    Q_OBJECT
private slots:
    void revisitedStepsEqualTheRunBitForBit_data() {
        QTest::addColumn<int>("maxBytes");
        QTest::newRow("every step is kept") << (1 << 24);
        QTest::newRow("few are") << 60'000; // every 60th or so
    }

    void revisitedStepsEqualTheRunBitForBit() {
        QFETCH(int, maxBytes);
        Watched watched(randomModel(784, 16, 0.4, 2), static_cast<std::size_t>(maxBytes));
        std::vector<std::vector<float>> samples;
        std::vector<ChainDetail> details;
        constexpr std::uint64_t kSteps = 200;
        for (std::uint64_t step = 0; step <= kSteps; ++step) {
            const ChainView now = watched.view({});
            QCOMPARE(now.step, step);
            samples.push_back(*now.samples);
            details.push_back(*now.detail);
            if (step == 70)
                watched.chains.setUnitsOff({2, 9});
            if (step == 131)
                watched.chains.setUnitsOff({});
            if (step == 70 || step == 131)
                samples.back() = *watched.view({}).samples; // the switch shows at once
            if (step < kSteps)
                watched.chains.advance();
        }
        std::mt19937 random(1);
        for (int visit = 0; visit < 150; ++visit) {
            const std::uint64_t step =
                visit < 3 ? kSteps - static_cast<std::uint64_t>(visit) : random() % (kSteps + 1);
            const ChainView then = watched.view(step);
            QCOMPARE(then.step, step);
            QVERIFY(*then.samples == samples[step]);
            QCOMPARE(then.detail->pixelsChanged, details[step].pixelsChanged);
            QCOMPARE(then.detail->activeHidden, details[step].activeHidden);
            if (step != 70 && step != 131) // there it was told before the switch
                QCOMPARE(then.detail->freeEnergy, details[step].freeEnergy);
        }
        // And the chains go on as if nobody had looked back.
        Watched other(randomModel(784, 16, 0.4, 2), 1U << 24);
        for (std::uint64_t step = 0; step < kSteps + 5; ++step) {
            if (step == 70 || step == 131)
                other.chains.setUnitsOff(step == 70 ? std::vector<std::uint32_t>{2, 9}
                                                    : std::vector<std::uint32_t>{});
            other.chains.advance();
        }
        for (int step = 0; step < 5; ++step)
            watched.chains.advance();
        QVERIFY(*watched.view({}).samples == *other.view({}).samples);
    }

    void theNumbersOfTheSelectedChainArePlain() {
        const RbmParameters model = randomModel(784, 16, 0.4, 2);
        Watched watched(model, 1U << 24);
        watched.chains.select(4);
        for (int step = 0; step < 9; ++step)
            watched.chains.advance();
        const ChainDetail detail = *watched.view({}).detail;
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(model);
        GibbsSampler plain(*backend, *chainStarts(), kChains, 3);
        const ChainStates start = plain.states();
        plain.advance(9);
        const ChainStates now = plain.states();
        int changed = 0;
        int active = 0;
        std::vector<float> v;
        std::vector<float> image;
        for (std::size_t at = 4 * 784; at < 5 * 784; ++at) {
            changed += now.visible[at] == start.visible[at] ? 0 : 1;
            v.push_back(now.visible[at]);
            image.push_back(static_cast<float>((*chainStarts())[at]) / 255.0F);
        }
        for (std::size_t at = 4 * 16; at < 5 * 16; ++at)
            active += now.hidden[at];
        QCOMPARE(detail.chain, 4);
        QCOMPARE(detail.pixelsChanged, changed);
        QCOMPARE(detail.activeHidden, active);
        QVERIFY(std::abs(detail.freeEnergy - freeEnergy(backend->sampledParameters(), v)) < 1e-3);
        QCOMPARE(*detail.reconstruction, reconstruct(model, image));
        QCOMPARE(detail.traceSteps.size(), std::size_t{10});
        QCOMPARE(detail.trace.back(), static_cast<float>(detail.freeEnergy));
        QCOMPARE(detail.thumbnails->size(), std::size_t{5 * 784}); // start, 1, 2, 4, 8
    }

    void thumbnailsAreTheSamplesOfTheirSteps() {
        Watched watched(randomModel(784, 16, 0.4, 2), 60'000);
        watched.chains.select(2);
        for (int step = 0; step < 33; ++step)
            watched.chains.advance();
        const FloatTiles thumbs = watched.view({}).detail->thumbnails;
        for (std::size_t mark = 0; mark < 7; ++mark) {
            const auto all = watched.view(static_cast<std::uint64_t>(kTimelineSteps[mark])).samples;
            QVERIFY(std::equal(all->begin() + 2 * 784, all->begin() + 3 * 784,
                               thumbs->begin() + static_cast<std::ptrdiff_t>(mark * 784)));
        }
    }

    void clampedPixelsNeverChange() {
        auto session = makeSession();
        auto clamped = std::make_shared<std::vector<std::uint8_t>>(784);
        std::fill_n(clamped->begin(), 392, std::uint8_t{1});
        session->startChains(chainStarts(), 3, clamped);
        session->playChains(true);
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().chains.step, std::uint64_t{3000}, kLong);
        for (const qint64 step : {0, 1, 77, 1500, 3000}) {
            session->showChainStep(step);
            QTRY_COMPARE(session->snapshot().chains.step, static_cast<std::uint64_t>(step));
            const auto &samples = *session->snapshot().chains.samples;
            for (std::size_t at = 0; at < samples.size(); ++at) {
                if (at % 784 < 392)
                    QCOMPARE(samples[at], static_cast<float>((*chainStarts())[at]) / 255.0F);
            }
        }
    }

    void eachChainHoldsItsOwnPixelsAtEveryStepThatIsRevisited() {
        Watched watched(randomModel(784, 16, 0.4, 2), 60'000);
        auto clamped = std::make_shared<std::vector<std::uint8_t>>(chainStarts()->size());
        for (std::size_t at = 0; at < clamped->size(); ++at)
            (*clamped)[at] = at / 784 % 2 == 0 && at % (3 + at / 784) == 0 ? 1 : 0;
        watched.chains.start({chainStarts(), clamped, 3}, *watched.training, watched.trainer);
        watched.chains.select(4);
        std::vector<std::vector<float>> samples;
        for (int step = 0; step <= 150; ++step) {
            samples.push_back(*watched.view({}).samples);
            watched.chains.advance();
        }
        for (const std::size_t step : {149U, 3U, 77U, 78U, 0U, 120U}) {
            const ChainView then = watched.view(step);
            QCOMPARE(then.clamped, ByteTiles(clamped));
            QVERIFY(*then.samples == samples[step]);
            for (std::size_t at = 0; at < clamped->size(); ++at) {
                if ((*clamped)[at] != 0)
                    QCOMPARE((*then.samples)[at], static_cast<float>((*chainStarts())[at]) / 255);
            }
        }
        // The pictures on the timeline are made of this chain alone, with its own mask.
        const FloatTiles thumbs = watched.view({}).detail->thumbnails;
        for (std::size_t mark = 0; mark < 9; ++mark)
            QVERIFY(std::equal(thumbs->begin() + static_cast<std::ptrdiff_t>(mark * 784),
                               thumbs->begin() + static_cast<std::ptrdiff_t>((mark + 1) * 784),
                               samples[static_cast<std::size_t>(kTimelineSteps[mark])].begin() +
                                   4 * 784));
    }

    void chainsKeepTheirModelWhileItTrainsOn() {
        auto session = makeSession();
        for (int step = 0; step < 20; ++step)
            session->stepChains();
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().chains.step, std::uint64_t{20}, kLong);
        const std::vector<float> before = *session->snapshot().chains.samples;
        session->play();
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().state == RunState::Finished, kLong);
        for (int step = 0; step < 20; ++step)
            session->stepChains();
        QTRY_COMPARE(session->snapshot().chains.step, std::uint64_t{40});
        QCOMPARE(session->snapshot().chains.modelUpdate, std::uint64_t{0});
        session->showChainStep(20);
        QTRY_COMPARE(session->snapshot().chains.step, std::uint64_t{20});
        QVERIFY(*session->snapshot().chains.samples == before);
        QVERIFY(!session->snapshot().chains.following);
        session->startChains(chainStarts(), 3);
        session->stepChains();
        QTRY_COMPARE(session->snapshot().chains.modelUpdate, session->snapshot().update);
        QVERIFY(session->snapshot().chains.following);
    }

    void aNearestDigitIsFoundInTheBackground() {
        auto session = makeSession();
        session->selectChain(3);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().chains.detail != nullptr &&
                                     session->snapshot().chains.detail->nearest &&
                                     session->snapshot().chains.detail->nearest->chain == 3,
                                 kLong);
    }

    void theVisitedDigitsAreThoseOfTheLooksUpToTheShownStep() {
        const Model bundled = bundledModel();
        for (const std::size_t maxBytes : {std::size_t{1} << 24, std::size_t{60'000}}) {
            Watched watched(bundled.parameters, maxBytes);
            QVERIFY(!watched.view({}).detail->visited); // nothing was walked yet
            while (watched.chains.steps() < 300)
                watched.chains.advance();
            watched.chains.select(3);
            const VisitedDigits begun = *watched.view({}).detail->visited;
            QVERIFY(begun.learning < 1 && !begun.accuracy && begun.digits.empty());
            while (watched.chains.search())
                watched.view({});
            const VisitedDigits end = *watched.view({}).detail->visited;
            QVERIFY(*end.accuracy > 0.85);
            QCOMPARE(end.looks, 300 / end.every + 1);
            QVERIFY(end.every >= 10 &&
                    end.every % static_cast<int>(watched.chains.history().spacing()) == 0);
            // By hand, on the states as they are kept.
            const auto backend = makeBackend(BackendChoice::Cpu);
            backend->setParameters(bundled.parameters);
            DigitClassifier classifier(*backend, digits().train, 1);
            while (classifier.train()) {
            }
            QCOMPARE(*end.accuracy, classifier.accuracy(*digits().test));
            std::vector<int> seen;
            int unsure = 0;
            for (int step = 0; step <= 300; step += end.every) {
                const auto &frame = watched.chains.history().before(step);
                QCOMPARE(frame.step, static_cast<std::uint64_t>(step));
                std::vector<std::uint8_t> pixels = watched.chains.history().chain(frame, 3).visible;
                for (std::uint8_t &pixel : pixels)
                    pixel = pixel != 0 ? 255 : 0;
                const auto p = classifier.probabilities(pixels);
                const auto best = std::max_element(p.begin(), p.end());
                const int digit = static_cast<int>(best - p.begin());
                if (*best < DigitVisits::kSure)
                    ++unsure;
                else if (std::find(seen.begin(), seen.end(), digit) == seen.end())
                    seen.push_back(digit);
                // Scrubbed there, and just before the next look.
                for (const int shown : {step, std::min(300, step + end.every - 1)}) {
                    const ChainView past = watched.view(shown);
                    QCOMPARE(past.detail->visited->digits, seen);
                    QCOMPARE(past.detail->visited->unsure, unsure);
                }
            }
            QVERIFY(!seen.empty());
            // Another chain is looked at anew, what was learnt stays.
            watched.chains.select(5);
            watched.view({});
            QVERIFY(watched.chains.isSearching());
            while (watched.chains.search())
                watched.view({});
            QCOMPARE(watched.view({}).detail->visited->chain, 5);
            QCOMPARE(watched.view({}).detail->visited->looks, end.looks);
        }
    }

    void withoutLabelsNoDigitsAreTold() {
        Watched watched(randomModel(784, 16, 0.4, 2), 1 << 24);
        auto blank = std::make_shared<Dataset>(*digits().train);
        blank->labels.clear();
        const DatasetPair images{blank, digits().test, "blank"};
        watched.chains.advance();
        ChainView view;
        watched.chains.describe(view, &images);
        QVERIFY(!view.detail->visited);
        while (watched.chains.search()) {
        }
    }

    void trainingIsTheSameBitForBitBesideTheChains() {
        const QTemporaryDir folder;
        auto session = makeSession();
        session->playChains(true);
        QSignalSpy saved(session.get(), &Session::modelSaved);
        session->play();
        int look = 0;
        while (session->snapshot().state != RunState::Finished) {
            session->selectChain(look % 12);
            session->showChainStep(++look % 7 == 0 ? -1 : look % 40);
            QTest::qWait(1);
        }
        const QString path = folder.filePath(QStringLiteral("run.safetensors"));
        session->saveModel(path, true);
        QVERIFY(!saved.isEmpty() || saved.wait(kLong));
        const TrainingState watched = *loadCheckpointIfOne(path.toStdString());
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, digits().train, smallConfig());
        while (!trainer.finished())
            trainer.update({smallConfig().learningRate, smallConfig().momentum});
        QVERIFY(watched.parameters == trainer.state().parameters);
        QVERIFY(watched.chains == trainer.state().chains);
    }
};

QTEST_GUILESS_MAIN(TestWatchedChains)
#include "test_watched_chains.moc"
