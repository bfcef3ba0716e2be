#include "engine/base/error.h"
#include "engine/benchmark/trained_states.h"
#include "engine/training/checkpoint.h"
#include "tests/support/reference_backend.h"

#include <QDir>
#include <QtTest>

#include <filesystem>
#include <fstream>

using namespace rbm;

namespace {

constexpr std::size_t kUpdatesPerEpoch = 4;

struct Stopped {};

StateRequest request(const QTemporaryDir &folder, std::vector<std::size_t> epochs) {
    StateRequest request;
    request.config.numHidden = 5;
    request.config.k = 2;
    request.config.batchSize = 8;
    request.data = test::randomImages(4, 3, 30, true, 1);
    request.epochs = std::move(epochs);
    request.folder = folder.filePath("cache").toStdString();
    request.loaderThreads = 0;
    return request;
}

/// Counts the updates that were needed.
std::vector<BenchmarkState> train(const StateRequest &request, std::size_t *updates = nullptr) {
    const auto backend = test::makeReferenceBackend();
    return trainedStates(*backend, request, [&](std::uint64_t, std::uint64_t) {
        if (updates != nullptr) {
            ++*updates;
        }
    });
}

bool same(const TrainingState &a, const TrainingState &b) {
    return a.update == b.update && a.parameters == b.parameters && a.momentum == b.momentum &&
           a.chains == b.chains;
}

} // namespace

class TestTrainedStates : public QObject {
    Q_OBJECT

private slots:
    void theStatesComeInOrderAndOnce() {
        const QTemporaryDir folder;
        const auto states = train(request(folder, {2, 0, 1, 2}));
        QCOMPARE(states.size(), std::size_t{3});
        for (std::size_t epoch = 0; epoch < states.size(); ++epoch) {
            QCOMPARE(states[epoch].epoch, epoch);
            QCOMPARE(states[epoch].state.update, epoch * kUpdatesPerEpoch);
            QVERIFY(std::filesystem::is_regular_file(states[epoch].file));
        }
    }

    void keptStatesAreTakenWithoutTraining() {
        const QTemporaryDir folder;
        const auto first = train(request(folder, {1, 2}));
        std::size_t updates = 0;
        const auto again = train(request(folder, {1, 2}), &updates);
        QCOMPARE(updates, std::size_t{0});
        QVERIFY(same(first[1].state, again[1].state));
    }

    void trainingGoesOnFromTheNearestKeptEpoch() {
        const QTemporaryDir folder;
        train(request(folder, {2}));
        std::size_t updates = 0;
        const auto third = train(request(folder, {3}), &updates);
        QCOMPARE(updates, kUpdatesPerEpoch);
        const QTemporaryDir other;
        QVERIFY(same(third[0].state, train(request(other, {3}))[0].state));
    }

    void anInterruptedTrainingGoesOnFromItsLastEpoch() {
        const QTemporaryDir folder;
        const auto backend = test::makeReferenceBackend();
        const TrainingProgress stop = [](std::uint64_t update, std::uint64_t total) {
            QCOMPARE(total, std::uint64_t{3 * kUpdatesPerEpoch});
            if (update == 2 * kUpdatesPerEpoch + 1) {
                throw Stopped{};
            }
        };
        QVERIFY_EXCEPTION_THROWN(trainedStates(*backend, request(folder, {3}), stop), Stopped);
        std::size_t updates = 0;
        const auto resumed = train(request(folder, {3}), &updates);
        QCOMPARE(updates, kUpdatesPerEpoch);
        const QTemporaryDir other;
        QVERIFY(same(resumed[0].state, train(request(other, {3}))[0].state));
        QCOMPARE(QDir(folder.filePath("cache")).entryList(QDir::Files).size(), 1);
    }

    void otherOptionsAndOtherDataHaveFilesOfTheirOwn() {
        const QTemporaryDir folder;
        const StateRequest one = request(folder, {0});
        train(one);
        std::vector<StateRequest> others(4, one);
        others[0].config.seed = 2;
        others[1].config.learningRate = 0.05;
        others[2].config.pixels = Pixels::Sampled;
        others[3].data = test::randomImages(4, 3, 30, true, 2);
        for (std::size_t i = 0; i < others.size(); ++i) {
            train(others[i]);
            QCOMPARE(QDir(folder.filePath("cache")).entryList(QDir::Files).size(),
                     static_cast<int>(i) + 2);
        }
    }

    void aBrokenFileIsTrainedAnew() {
        const QTemporaryDir folder;
        const auto first = train(request(folder, {1}));
        std::ofstream(first[0].file) << "broken";
        std::size_t updates = 0;
        const auto again = train(request(folder, {1}), &updates);
        QCOMPARE(updates, kUpdatesPerEpoch);
        QVERIFY(same(first[0].state, again[0].state));
        QVERIFY(same(loadCheckpoint(first[0].file), first[0].state));
    }

    void withoutAFolderNothingIsKept() {
        const QTemporaryDir folder;
        StateRequest nowhere = request(folder, {0, 1});
        nowhere.folder.clear();
        std::size_t updates = 0;
        const auto states = train(nowhere, &updates);
        QCOMPARE(updates, kUpdatesPerEpoch);
        QVERIFY(states[1].file.empty());
        QVERIFY(same(states[1].state, train(request(folder, {1}))[0].state));
    }

    void aFolderThatCannotBeMadeIsNamed() {
        const QTemporaryDir folder;
        StateRequest request = ::request(folder, {0});
        std::ofstream(folder.filePath("file").toStdString()) << "in the way";
        request.folder = folder.filePath("file/cache").toStdString();
        try {
            train(request);
            QFAIL("It was made.");
        } catch (const Error &error) {
            QVERIFY(QString(error.what()).contains("file/cache"));
        }
    }
};

QTEST_GUILESS_MAIN(TestTrainedStates)
#include "test_trained_states.moc"
