#include "engine/backend/backend_list.h"
#include "engine/inspection/digit_classifier.h"
#include "engine/model/model_file.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/watched_digits.h"
#include "ui/session/mixing_run.h"
#include "ui/session/session.h"

#include <QTest>

#include <algorithm>
#include <numeric>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr int kReplicas = 5;
constexpr quint64 kSeed = 7;

/// As it is in the program.
const RbmParameters &bundledParameters() {
    static const RbmParameters parameters =
        loadModel(RBM_TEST_DATA_DIR "/../../resources/models/bundled.safetensors").parameters;
    return parameters;
}

TrainingConfig configFor(const RbmParameters &parameters) {
    TrainingConfig config = smallConfig();
    config.numHidden = parameters.hidden;
    return config;
}

/// A run of its own, beside a trainer with the bundled model.
struct Bench {
    Bench()
        : training(makeBackend(BackendChoice::Cpu)),
          trainer(*training, digits().train, configFor(bundledParameters())),
          tellers([] { return makeBackend(BackendChoice::Cpu); }),
          run([] { return makeBackend(BackendChoice::Cpu); }) {
        training->setParameters(bundledParameters());
    }

    void start(const DatasetPair &images = digits()) {
        run.start({chainStarts(), kSeed, kReplicas}, *training, trainer, images, tellers);
    }
    void goTo(std::uint64_t steps) {
        run.play(true);
        while (run.steps() < steps && run.advance()) {
        }
        run.play(false);
    }

    std::unique_ptr<Backend> training;
    PcdTrainer trainer;
    DigitTellers tellers;
    MixingRun run;
};

/// The same by hand, with the class of every chain at every look.
struct ByHand {
    explicit ByHand(std::uint64_t steps)
        : backend(makeBackend(BackendChoice::Cpu)), classifier(taught(*backend)) {
        std::vector<std::uint8_t> starts(*chainStarts());
        for (std::uint8_t &pixel : starts)
            pixel = pixel >= 128 ? 1 : 0;
        MixingStudy::Options options;
        options.replicas = kReplicas;
        options.seed = kSeed;
        study =
            std::make_unique<MixingStudy>(*backend, starts, kChains, options, [this](auto images) {
                const std::vector<float> p = classifier.probabilities(images);
                std::vector<int> classes;
                for (std::size_t n = 0; n < kChains; ++n) {
                    const auto first = p.begin() + static_cast<std::ptrdiff_t>(10 * n);
                    const auto best = std::max_element(first, first + 10);
                    classes.push_back(*best >= 0.8F ? static_cast<int>(best - first) : -1);
                }
                looks.push_back(classes); // plain and tempered take turns
                return classes;
            });
        while (study->steps() < steps)
            study->advance();
    }

    static DigitClassifier taught(Backend &backend) {
        backend.setParameters(bundledParameters());
        DigitClassifier classifier(backend, digits().train, 1);
        while (classifier.train()) {
        }
        return classifier;
    }

    std::unique_ptr<Backend> backend;
    DigitClassifier classifier;
    std::vector<std::vector<int>> looks;
    std::unique_ptr<MixingStudy> study;
};

void compare(const MixingArm &arm, const ClassVisits &visits, std::size_t chain,
             std::size_t looks) {
    const auto &changes = visits.changes;
    QCOMPARE(arm.changes, static_cast<int>(changes[chain]));
    const double mean = std::accumulate(changes.begin(), changes.end(), 0.0) / kChains;
    QCOMPARE(arm.meanChanges, mean);
    double squares = 0;
    for (const std::uint32_t each : changes)
        squares += (each - mean) * (each - mean);
    QVERIFY(std::abs(arm.standardError - std::sqrt(squares / (kChains - 1) / kChains)) < 1e-12);
    QCOMPARE(arm.stayed, static_cast<int>(std::count(changes.begin(), changes.end(), 0U)));
    const auto all = static_cast<double>(looks * kChains);
    for (std::size_t digit = 0; digit < 10; ++digit)
        QCOMPARE(arm.shares[digit], static_cast<double>(visits.visits[digit]) / all);
    QCOMPARE(arm.unsure, static_cast<double>(visits.unsure) / all);
}

std::unique_ptr<Session> makeSession() {
    auto session = std::make_unique<Session>();
    session->setVisibleParts([] {
        SnapshotRequest request;
        request.mixing = true;
        return request;
    });
    session->setData(digits());
    session->restart(smallConfig());
    return session;
}

const MixingView *viewOf(const Session &session) { return session.snapshot().mixing.get(); }

} // namespace

class TestMixingRun : public QObject {
    Q_OBJECT
private slots:
    // The classifier learns from every third of 60,000 images; the last class is in none of these.
    void aClassThatTheClassifierNeverSawHasNoShare() {
        auto train = std::make_shared<Dataset>();
        train->width = train->height = 28;
        train->pixels.resize(60'000 * train->imageSize());
        train->labels.resize(60'000);
        for (std::size_t n = 0; n < train->labels.size(); ++n)
            train->labels[n] = n % 3 == 0 ? n / 3 % 2 : n == 1 ? 200 : 0;
        Bench bench;
        bench.start({train, digits().test, "rare"});
        const std::vector<double> shares = bench.run.view()->dataShares;
        QCOMPARE(shares.size(), std::size_t{2});
        QVERIFY(std::abs(shares[1] - 1.0 / 6) < 1e-9);
        QVERIFY(std::accumulate(shares.begin(), shares.end(), 0.0) < 1);
    }

    void countsEqualTheStudysBitForBitThroughPauses() {
        constexpr std::uint64_t kSteps = 160;
        Bench bench;
        bench.run.select(4);
        bench.start();
        QVERIFY(!bench.run.advance()); // it is paused
        for (const std::uint64_t pause : {std::uint64_t{0}, std::uint64_t{37}, kSteps})
            bench.goTo(pause);
        const ByHand byHand(kSteps);
        const MixingView view = *bench.run.view();
        QCOMPARE(view.steps, kSteps);
        QCOMPARE(*view.accuracy, byHand.classifier.accuracy(*digits().test));
        const std::size_t looks = kSteps / 10 + 1;
        compare(view.plain, byHand.study->plain(), 4, looks);
        compare(view.tempered, byHand.study->tempered(), 4, looks);
        for (std::size_t look = 0; look < looks; ++look) {
            QCOMPARE(view.plain.classes[look], byHand.looks[2 * look][4]);
            QCOMPARE(view.tempered.classes[look], byHand.looks[2 * look + 1][4]);
        }
        const TemperingView &ladder = byHand.study->ladder();
        QCOMPARE(view.ladder.betas, ladder.betas);
        QCOMPARE(view.ladder.swapRate, ladder.swapRate);
        QCOMPARE(view.ladder.roundTrips, ladder.roundTrips);
        QCOMPARE(view.ladder.path.size(), static_cast<std::size_t>(kSteps + 1));
        for (std::size_t r = 0; r < kReplicas; ++r)
            QCOMPARE(static_cast<std::size_t>(view.ladder.path.back()[r]),
                     ladder.walkers[r * kChains + 4] / kChains);
        const auto states = byHand.study->replicaVisible(2);
        for (std::size_t i = 0; i < 784; ++i)
            QCOMPARE(view.ladder.tiles[2 * 784 + i] != 0, states[4 * 784 + i] != 0);
    }

    void beginningAgainRepeatsEveryNumberAndKeepsWhatWasLearnt() {
        Bench bench;
        bench.start();
        bench.goTo(40);
        const MixingView first = *bench.run.view();
        bench.start();
        QCOMPARE(bench.run.steps(), std::uint64_t{0});
        QVERIFY(bench.run.view()->accuracy.has_value());
        bench.goTo(40);
        const MixingView again = *bench.run.view();
        QCOMPARE(again.ladder.path, first.ladder.path);
        QCOMPARE(again.ladder.tiles, first.ladder.tiles);
        QCOMPARE(again.plain.shares, first.plain.shares);
        QCOMPARE(again.tempered.classes, first.tempered.classes);
    }

    void theTellerOfTheSameModelIsShared() {
        Bench bench;
        bench.start();
        const auto shared = bench.tellers.of(bundledParameters(), digits());
        bench.goTo(1);
        QVERIFY(!shared->isLearning()); // the run has taught it
        RbmParameters other = bundledParameters();
        other.hiddenBias[0] += 1;
        QVERIFY(bench.tellers.of(other, digits()) != shared);
        QCOMPARE(bench.tellers.of(bundledParameters(), digits()), shared);
    }

    void withoutLabelsTheLadderRunsAndNoClassIsTold() {
        auto blank = std::make_shared<Dataset>(*digits().train);
        blank->labels.clear();
        Bench bench;
        bench.start({blank, digits().test, "blank"});
        bench.goTo(20);
        const MixingView view = *bench.run.view();
        QVERIFY(!view.told && !view.accuracy);
        QCOMPARE(view.tempered.unsure, 1.0);
        QCOMPARE(view.ladder.path.size(), std::size_t{21});
    }

    void theSessionRunsItToTheEndAndAnotherModelEndsIt() {
        const auto session = makeSession();
        session->selectChain(3);
        session->startMixing(chainStarts(), kSeed, 3);
        session->playMixing(true);
        QTRY_VERIFY_WITH_TIMEOUT(session->snapshot().mixingStep > 20, kLong);
        session->playMixing(false);
        QTRY_VERIFY_WITH_TIMEOUT(!session->snapshot().mixingRuns, kLong);
        const std::uint64_t paused = session->snapshot().mixingStep;
        QTest::qWait(100);
        QCOMPARE(session->snapshot().mixingStep, paused);
        session->playMixing(true);
        QTRY_COMPARE_WITH_TIMEOUT(session->snapshot().mixingStep, kMixingLength, 4 * kLong);
        QTRY_VERIFY_WITH_TIMEOUT(viewOf(*session)->steps == kMixingLength, kLong);
        QVERIFY(!viewOf(*session)->running);
        QCOMPARE(viewOf(*session)->chain, 3);
        QCOMPARE(viewOf(*session)->plain.classes.size(), std::size_t{301});
        QCOMPARE(viewOf(*session)->ladder.path.size(), MixingRun::kPathSteps);
        session->restart(smallConfig());
        QTRY_VERIFY_WITH_TIMEOUT(viewOf(*session) == nullptr, kLong);
        QCOMPARE(session->snapshot().mixingStep, std::uint64_t{0});
    }
};

QTEST_MAIN(TestMixingRun)
#include "test_mixing_run.moc"
