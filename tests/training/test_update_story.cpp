#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/training/update_story.h"
#include "tests/support/reference_backend.h"

#include <QtTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

constexpr std::size_t kWidth = 7;
constexpr std::size_t kHeight = 5;
constexpr std::size_t kVisible = kWidth * kHeight;
constexpr LiveControls kControls{2, 0.4};

/// 30 gray images: three batches of 8 and a last one of 6.
std::shared_ptr<const Dataset> images() { return randomImages(kWidth, kHeight, 30, true, 2); }

TrainingConfig configNamed(const QString &name) {
    TrainingConfig config;
    config.numHidden = 16;
    config.k = 3;
    config.batchSize = 8;
    config.numEpoch = 10;
    config.learningRate = kControls.learningRate;
    if (name == u"cd" || name == u"all of cd")
        config.algorithm = Algorithm::Cd;
    if (name == u"tempered") {
        config.algorithm = Algorithm::Pt;
        config.numReplicas = 3;
    }
    if (name == u"fast and sparse") {
        config.algorithm = Algorithm::Fpcd;
        config.fastLearningRate = 0.5;
        config.sparsityCost = 0.3;
        config.sparsityTarget = 0.2;
        config.centred = true;
    }
    if (name == u"centred")
        config.centred = true;
    if (name == u"nesterov")
        config.nesterov = true;
    if (name == u"all" || name == u"all of cd") {
        config.centred = true;
        config.nesterov = true;
        config.schedule = Schedule::Cosine;
        config.weightDecay = 0.01;
        config.dataBias = true;
        config.average = 0.9;
        config.pixels = Pixels::Sampled;
    }
    if (name == u"all")
        config.numChains = 13;
    return config;
}

void addConfigs() {
    QTest::addColumn<int>("updates"); // made before the one that is told
    for (const char *name : {"original", "cd", "centred", "nesterov", "tempered", "fast and sparse",
                             "all", "all of cd"}) {
        QTest::newRow(name) << 9;
        QTest::addRow("%s, a short batch", name) << 7;
    }
}

QString configName() { return QString::fromLatin1(QTest::currentDataTag()).section(u',', 0, 0); }

void train(PcdTrainer &trainer, int updates) {
    for (int u = 0; u < updates; ++u)
        trainer.update({1.5, 0.3});
}

/// Of a new filter, from roundings of 2^-24 each: the statistics are sums of as many terms as
/// there are images or chains, each at most 1 (the offsets add a few more), and go in with
/// the step; momentum and parameter are rounded where they stand, twice for Nesterov's. The
/// bias of a centred unit sums over all pixels.
double tolerance(const UpdateStory &story, const UnitStep &s) {
    constexpr double kUnit = 1.0 / (1 << 24);
    const auto terms = static_cast<double>(story.images() + story.chains + 8);
    const auto pixels = story.visibleOffsets.empty() ? 1.0 : static_cast<double>(story.visible());
    double largest = std::abs(static_cast<double>(s.newBias));
    for (const float w : s.newFilter)
        largest = std::max(largest, std::abs(static_cast<double>(w)));
    return kUnit * (2 * static_cast<double>(story.rule.step) * terms * pixels + 4 * largest);
}

void verifyRule(const UpdateStory &story) {
    for (std::size_t unit = 0; unit < story.hidden(); ++unit) {
        const UnitStep s = unitStep(story, unit);
        QVERIFY2(s.gap <= tolerance(story, s), qPrintable(QString("unit %1 is %2 off, more than %3")
                                                              .arg(unit)
                                                              .arg(s.gap)
                                                              .arg(tolerance(story, s))));
        for (std::size_t i = 0; i < kVisible; ++i) {
            const std::size_t at = i * story.hidden() + unit;
            QCOMPARE(s.oldFilter[i], story.before.parameters.weights[at]);
            QCOMPARE(s.newFilter[i], story.after.parameters.weights[at]);
            QCOMPARE(s.newMomentum[i], story.after.momentum.weights[at]);
        }
    }
}

/// The first chains of `all` are `some`.
void verifyFirst(const ChainStates &some, const ChainStates &all) {
    QVERIFY(some.count > 0 && some.count <= all.count);
    QVERIFY(std::equal(some.visible.begin(), some.visible.end(), all.visible.begin()));
    QVERIFY(std::equal(some.hidden.begin(), some.hidden.end(), all.hidden.begin()));
}

/// A state with strong weights at update 0.
TrainingState strongState(const TrainingConfig &config, Backend &backend) {
    PcdTrainer trainer(backend, images(), config);
    TrainingState state = trainer.state();
    state.parameters = randomModel(kVisible, config.numHidden, 0.5, 3);
    for (std::size_t at = 0; at < state.chains.hidden.size(); ++at)
        state.chains.hidden[at] = at % 3 == 0 ? 1 : 0;
    return state;
}

} // namespace

class TestUpdateStory : public QObject {
    Q_OBJECT
private slots:
    void whatIsToldIsWhatTheTrainerDoes_data() { addConfigs(); }

    void whatIsToldIsWhatTheTrainerDoes() {
        QFETCH(int, updates);
        const auto backend = makeBackend(BackendChoice::Cpu);
        const auto replay = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, images(), configNamed(configName()));
        train(trainer, updates);
        const UpdateStory story = recordUpdate(*replay, images(), trainer.state(), kControls, {5});
        trainer.update(kControls);
        const TrainingState after = trainer.state();
        QVERIFY(endsWith(story, after));
        QCOMPARE(story.sweeps.size(), std::size_t{4});
        verifyFirst(story.sweeps.back(), after.chains);
        if (story.rule.startAtData)
            QVERIFY(story.sweeps.front().hidden != story.sweeps.back().hidden);
        else if (!story.before.tempered) // those swap before
            verifyFirst(story.sweeps.front(), story.before.chains);
        verifyRule(story);
    }

    void theUpdateRuleExplainsTheReferencesStep_data() { addConfigs(); }

    void theUpdateRuleExplainsTheReferencesStep() {
        QFETCH(int, updates);
        const auto backend = makeReferenceBackend();
        const auto replay = makeReferenceBackend();
        PcdTrainer trainer(*backend, images(), configNamed(configName()));
        train(trainer, updates);
        const TrainingState before = trainer.state();
        const UpdateStory story = recordUpdate(*replay, images(), before, kControls);
        // Resumed, too: the reference has offsets in double precision, a state has floats.
        PcdTrainer resumed(*backend, images(), before);
        resumed.update(kControls);
        QVERIFY(endsWith(story, resumed.state()));
        verifyRule(story);
    }

    void everySweepIsThatOfThePlainReference_data() {
        QTest::addColumn<int>("updates");
        for (const char *name : {"original", "cd", "all"})
            QTest::newRow(name) << 0;
    }

    /// At update 0 the reference's own update with fewer sweeps stops at each of them.
    void everySweepIsThatOfThePlainReference() {
        const auto replay = makeBackend(BackendChoice::Cpu);
        const TrainingState start = strongState(configNamed(configName()), *replay);
        const UpdateStory story = recordUpdate(*replay, images(), start, kControls, {8});
        replay->setParameters(start.parameters);
        const auto reference = makeReferenceBackend();
        for (std::size_t sweeps = 0; sweeps < story.sweeps.size(); ++sweeps) {
            reference->setParameters(start.parameters);
            reference->sampleFrom(replay->sampledParameters());
            const auto chains = reference->makeChains(start.chains.count);
            reference->setStates(*chains, start.chains);
            reference->pcdUpdate(*chains, story.batch.view(), sweeps, story.rule, start.config.seed,
                                 0);
            verifyFirst(story.sweeps[sweeps], reference->states(*chains));
        }
    }

    void thePositivePhaseIsThatOfTheData() {
        const auto replay = makeBackend(BackendChoice::Cpu);
        const TrainingState start = strongState(configNamed(QStringLiteral("original")), *replay);
        const auto data = images();
        const UpdateStory story = recordUpdate(*replay, data, start, kControls);
        for (std::size_t row = 0; row < story.images(); ++row) {
            const auto image = data->image(story.batch.rows[row]);
            for (std::size_t j = 0; j < story.hidden(); ++j) {
                double input = start.parameters.hiddenBias[j];
                for (std::size_t i = 0; i < kVisible; ++i)
                    input += image[i] / 255.0 *
                             static_cast<double>(start.parameters.weights[i * story.hidden() + j]);
                const double shown = story.dataHidden[row * story.hidden() + j];
                QVERIFY(std::abs(shown - 1 / (1 + std::exp(-input))) < 1e-5);
            }
        }
    }

    void theUnitThatChangesMostIsFound() {
        const auto replay = makeBackend(BackendChoice::Cpu);
        const TrainingState start = strongState(configNamed(QStringLiteral("original")), *replay);
        const UpdateStory story = recordUpdate(*replay, images(), start, kControls);
        const std::vector<double> changes = filterChanges(story);
        QCOMPARE(changes.size(), story.hidden());
        for (std::size_t unit = 0; unit < changes.size(); ++unit) {
            const UnitStep s = unitStep(story, unit);
            double square = 0;
            for (std::size_t i = 0; i < kVisible; ++i)
                square += std::pow(
                    static_cast<double>(s.newFilter[i]) - static_cast<double>(s.oldFilter[i]), 2);
            QVERIFY(std::abs(changes[unit] - std::sqrt(square)) < 1e-12);
        }
    }

    void aLongChainIsToldInPart() {
        const auto replay = makeBackend(BackendChoice::Cpu);
        const TrainingState start = strongState(configNamed(QStringLiteral("original")), *replay);
        const UpdateStory whole = recordUpdate(*replay, images(), start, kControls, {3, 300});
        const UpdateStory part = recordUpdate(*replay, images(), start, kControls, {3, 2});
        QCOMPARE(part.sweeps.size(), std::size_t{3});
        QVERIFY(std::equal(part.sweeps.begin(), part.sweeps.end(), whole.sweeps.begin()));
        QVERIFY(endsWith(whole, part.after));
    }

    void otherImagesAreRefused() {
        const auto replay = makeBackend(BackendChoice::Cpu);
        const TrainingState start = strongState(configNamed(QStringLiteral("original")), *replay);
        const auto others = randomImages(3, 3, 30, true, 2);
        QVERIFY_THROWS_EXCEPTION(Error, recordUpdate(*replay, others, start, kControls));
    }
};

QTEST_GUILESS_MAIN(TestUpdateStory)
#include "test_update_story.moc"
