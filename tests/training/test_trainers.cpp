// What a training may be beyond the original's: chains, gradients, schedules, averages.
#include "engine/backend/backend_list.h"
#include "engine/base/error.h"
#include "engine/model/safetensors.h"
#include "engine/training/checkpoint.h"
#include "engine/training/pcd_trainer.h"
#include "tests/support/halves.h"
#include "tests/support/reference_backend.h"
#include "tests/support/scratch_files.h"

#include <QtTest>

#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

TrainingConfig smallConfig() {
    TrainingConfig config;
    config.numHidden = 16;
    config.k = 2;
    config.batchSize = 8;
    config.numEpoch = 10; // of 4 updates each
    config.learningRate = 2;
    return config;
}

/// Everything that a run may have.
TrainingConfig fullConfig() {
    TrainingConfig config = smallConfig();
    config.numChains = 13;
    config.centred = true;
    config.nesterov = true;
    config.schedule = Schedule::Cosine;
    config.weightDecay = 0.01;
    config.average = 0.75;
    config.dataBias = true;
    config.pixels = Pixels::Sampled;
    return config;
}

TrainingConfig temperedConfig() {
    TrainingConfig config = fullConfig();
    config.algorithm = Algorithm::Pt;
    config.numReplicas = 4;
    return config;
}

TrainingConfig fastConfig() {
    TrainingConfig config = fullConfig();
    config.algorithm = Algorithm::Fpcd;
    config.fastLearningRate = 0.7;
    config.sparsityCost = 0.2;
    config.sparsityTarget = 0.3;
    return config;
}

std::shared_ptr<const Dataset> grayImages() { return randomImages(7, 5, 30, true, 2); }

void update(PcdTrainer &trainer, int times) {
    for (int u = 0; u < times; ++u)
        trainer.update({2, 0.3});
}

} // namespace

class TestTrainers : public QObject {
    Q_OBJECT

    ScratchFiles m_files;

private slots:
    void schedulesFallFromOne() {
        for (const Schedule schedule :
             {Schedule::Constant, Schedule::Linear, Schedule::Cosine, Schedule::Inverse}) {
            QCOMPARE(scheduleFactor(schedule, 0), 1.0);
            double before = 1;
            for (double t = 0; t <= 1.5; t += 0.125) {
                QVERIFY(scheduleFactor(schedule, t) <= before);
                before = scheduleFactor(schedule, t);
            }
        }
        QCOMPARE(scheduleFactor(Schedule::Constant, 1), 1.0);
        QCOMPARE(scheduleFactor(Schedule::Linear, 0.25), 0.75);
        QCOMPARE(scheduleFactor(Schedule::Linear, 1), 0.0);
        QVERIFY(std::abs(scheduleFactor(Schedule::Cosine, 0.5) - 0.5) < 1e-12);
        QVERIFY(scheduleFactor(Schedule::Cosine, 1) < 1e-12);
        QCOMPARE(scheduleFactor(Schedule::Inverse, 1), 0.1);
    }

    void theRateFollowsItsSchedule() {
        auto config = smallConfig();
        config.schedule = Schedule::Linear;
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, grayImages(), config);
        update(trainer, 40);
        const RbmParameters end = backend->parameters();
        trainer.update({2, 0}); // after the last epoch the rate is 0
        QVERIFY(backend->parameters() == end);
    }

    void matchesThePlainImplementationUpdateForUpdate() {
        auto divergence = smallConfig();
        divergence.algorithm = Algorithm::Cd;
        for (const TrainingConfig &config :
             {fullConfig(), divergence, temperedConfig(), fastConfig()}) {
            const auto fast = makeBackend(BackendChoice::Cpu);
            const auto plain = makeReferenceBackend();
            PcdTrainer a(*fast, grayImages(), config);
            PcdTrainer b(*plain, grayImages(), config);
            for (int u = 0; u < 12; ++u) {
                plain->sampleFrom(config.algorithm == Algorithm::Fpcd ? fast->sampledWithFast()
                                                                      : fast->sampledParameters());
                a.update({0.5, 0.3});
                b.update({0.5, 0.3});
            }
            QVERIFY(plain->closest() > 1e-6); // no draw was a coin toss of rounding
            QVERIFY(fast->states(a.chains()) == plain->states(b.chains()));
            const auto &p = fast->parameters().weights;
            const auto &q = plain->parameters().weights;
            for (std::size_t at = 0; at < p.size(); ++at)
                QVERIFY(std::abs(p[at] - q[at]) < 1e-5F); // see test_pcd_trainer
        }
    }

    void aRunOfAnyKindGoesOnBitForBit() {
        auto divergence = smallConfig();
        divergence.algorithm = Algorithm::Cd;
        for (const TrainingConfig &config :
             {fullConfig(), divergence, temperedConfig(), fastConfig()}) {
            const auto backend = makeBackend(BackendChoice::Cpu);
            PcdTrainer whole(*backend, grayImages(), config);
            update(whole, 23);
            saveCheckpoint(m_files.path("run"), whole.state(), 7, 5);
            update(whole, 17);
            const TrainingState expected = whole.state();
            PcdTrainer resumed(*backend, grayImages(), loadCheckpoint(m_files.path("run")));
            update(resumed, 17);
            const TrainingState state = resumed.state();
            QVERIFY(state.parameters == expected.parameters);
            QVERIFY(state.momentum == expected.momentum);
            QVERIFY(state.chains == expected.chains);
            QVERIFY(state.tempered == expected.tempered);
            QVERIFY(state.fast == expected.fast);
            QCOMPARE(state.hiddenOffsets, expected.hiddenOffsets);
            QVERIFY(state.average == expected.average);
            QCOMPARE(state.averaged, expected.averaged);
        }
    }

    // From update 10 of 40 on, every tenth.
    void theAverageIsTheMeanOfTheLastPart() {
        auto config = smallConfig();
        config.average = 0.75;
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, grayImages(), config);
        std::vector<double> sum(35 * 16);
        for (int u = 1; u <= 40; ++u) {
            QCOMPARE(trainer.average().has_value(), u > 10);
            update(trainer, 1);
            for (std::size_t at = 0; u % 10 == 0 && at < sum.size(); ++at)
                sum[at] += static_cast<double>(backend->parameters().weights[at]);
        }
        const RbmParameters mean = trainer.model(7, 5).parameters;
        for (std::size_t at = 0; at < sum.size(); ++at)
            QVERIFY(std::abs(static_cast<double>(mean.weights[at]) - sum[at] / 4) < 1e-6);
        QVERIFY(mean == *trainer.average());
        QCOMPARE(trainer.state().averaged, std::uint64_t{4});
    }

    // 33 updates: of the last 9 only the 30th is a tenth, so the last counts, too.
    void theLastUpdateIsInTheAverage() {
        auto config = smallConfig();
        config.batchSize = 10; // 3 updates an epoch
        config.numEpoch = 11;
        config.average = 0.05;
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, grayImages(), config);
        update(trainer, 32);
        QVERIFY(!trainer.average());
        update(trainer, 1);
        QVERIFY(trainer.finished());
        QVERIFY(*trainer.average() == backend->parameters());
    }

    void aRunThatIsMadeLongerAveragesItsNewLastPart() {
        auto config = smallConfig();
        config.average = 0.25;
        config.numEpoch = 20;
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer whole(*backend, grayImages(), config);
        update(whole, 80);
        const auto other = makeBackend(BackendChoice::Cpu);
        config.numEpoch = 10;
        PcdTrainer longer(*other, grayImages(), config);
        update(longer, 40);
        QVERIFY(longer.average().has_value());
        longer.setNumEpoch(20);
        update(longer, 1);
        QVERIFY(!longer.average());
        update(longer, 39);
        QVERIFY(longer.average() == whole.average());
        QCOMPARE(longer.state().averaged, whole.state().averaged);
    }

    void visibleBiasesMayStartAtTheData() {
        auto config = smallConfig();
        config.dataBias = true;
        const auto backend = makeBackend(BackendChoice::Cpu);
        const auto data = grayImages();
        const PcdTrainer trainer(*backend, data, config);
        double sum = 0;
        for (std::size_t n = 0; n < 30; ++n)
            sum += data->pixels[n * 35 + 4] / 255.0;
        const double p = (sum + 0.5) / 31;
        QVERIFY(std::abs(static_cast<double>(backend->parameters().visibleBias[4]) -
                         std::log(p / (1 - p))) < 1e-5);
    }

    // 600 updates gain some 3 to 5 nats; a rate that falls may be larger.
    void everyTrainerRaisesTheExactLikelihood() {
        std::vector<TrainingConfig> configs(6, smallConfig());
        configs[0].algorithm = Algorithm::Cd;
        configs[1].centred = true;
        configs[2].nesterov = true;
        configs[3].numChains = 60;
        configs[4] = fullConfig();
        configs[4].weightDecay = 1e-4;
        configs[4].average = 0.2;
        configs[5].algorithm = Algorithm::Fpcd;
        const auto data = halves();
        for (TrainingConfig &config : configs) {
            config.batchSize = 20;
            config.numEpoch = 60;
            const auto backend = makeBackend(BackendChoice::Cpu);
            PcdTrainer trainer(*backend, data, config);
            const double before = exactLogLikelihood(backend->parameters(), *data);
            for (int u = 0; u < 600; ++u)
                trainer.update({config.schedule == Schedule::Constant ? 0.3 : 1.0, 0.3});
            const double after = exactLogLikelihood(trainer.model(4, 4).parameters, *data);
            QVERIFY2(
                after > before + 2.5,
                qPrintable(
                    QString("%1 to %2: %3").arg(before).arg(after).arg(toJson(config).c_str())));
        }
    }

    void optionsSurviveTheirJson() {
        for (const TrainingConfig &config : {fullConfig(), temperedConfig(), fastConfig()})
            QVERIFY(trainingConfigFromJson(toJson(config)) == config);
        for (const char *json :
             {R"({"algorithm": "hope"})", R"({"learning-rate-schedule": 3})", R"({"centred": 1})",
              R"({"average": 1.5})", R"({"weight-decay": -1})", R"({"sparsity-target": 2})",
              R"({"fast-learning-rate": "high"})", R"({"algorithm": "cd", "num-chains": 5})"})
            QVERIFY_THROWS_EXCEPTION(Error, trainingConfigFromJson(json));
    }

    void checkpointsWithoutTheirOffsetsAreRefused() {
        const auto backend = makeBackend(BackendChoice::Cpu);
        PcdTrainer trainer(*backend, grayImages(), fullConfig());
        update(trainer, 20);
        TrainingState state = trainer.state();
        saveCheckpoint(m_files.path("good"), state, 7, 5);
        state.hiddenOffsets[3] = 1.5F;
        saveCheckpoint(m_files.path("offset"), state, 7, 5);
        QVERIFY_THROWS_EXCEPTION(Error, loadCheckpoint(m_files.path("offset")));
        state = trainer.state();
        state.hiddenOffsets.pop_back();
        saveCheckpoint(m_files.path("short"), state, 7, 5);
        QVERIFY_THROWS_EXCEPTION(Error, loadCheckpoint(m_files.path("short")));
        state = trainer.state();
        state.averaged = 0;
        saveCheckpoint(m_files.path("average"), state, 7, 5);
        QVERIFY_THROWS_EXCEPTION(Error, loadCheckpoint(m_files.path("average")));
    }
};

QTEST_GUILESS_MAIN(TestTrainers)
#include "test_trainers.moc"
