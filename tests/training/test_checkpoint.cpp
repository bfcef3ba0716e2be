#include "engine/base/error.h"
#include "engine/model/model_file.h"
#include "engine/model/safetensors.h"
#include "engine/training/checkpoint.h"
#include "tests/support/scratch_files.h"

#include <QtTest>
#include <cmath>

using namespace rbm;
using namespace rbm::test;

namespace {

TrainingState exampleState() {
    TrainingState state;
    state.config.numHidden = 2;
    state.config.batchSize = 3;
    state.config.learningRate = 1.0 / 3;
    state.config.seed = 18446744073709551615U;
    state.config.pixels = Pixels::Sampled;
    state.controls = {0.1 + 0.2, 2.0 / 3};
    state.update = 12345678901234U;
    state.history.record(0, {0.1, 0.3}, 5);
    state.history.record(1000, state.controls, 7);
    state.parameters = initialParameters(4, 2, 1);
    state.momentum = initialParameters(4, 2, 2);
    state.chains = {3, {0, 1, 0, 1, 1, 1, 0, 0, 1, 0, 0, 1}, {1, 0, 0, 0, 1, 1}};
    return state;
}

} // namespace

class TestCheckpoint : public QObject {
    Q_OBJECT

private:
    ScratchFiles m_files;
    std::filesystem::path path(const char *name) const { return m_files.path(name); }
    bool isRefused(const Bytes &bytes) const { return m_files.isRefused(bytes, loadCheckpoint); }
    Bytes savedExample() const {
        saveCheckpoint(path("run"), exampleState(), 2, 2);
        return m_files.read("run");
    }

private slots:
    void savedStateLoadsBitForBit() {
        const TrainingState state = exampleState();
        saveCheckpoint(path("run"), state, 2, 2);
        const TrainingState back = loadCheckpoint(path("run"));
        QVERIFY(back.config == state.config);
        QVERIFY(back.controls.learningRate == state.controls.learningRate);
        QVERIFY(back.controls.momentum == state.controls.momentum);
        QCOMPARE(back.update, state.update);
        QVERIFY(back.parameters == state.parameters);
        QVERIFY(back.momentum == state.momentum);
        QVERIFY(back.chains == state.chains);
        QVERIFY(back.history == state.history);
    }

    void aHistoryThatIsNotKnownStaysUnknown() {
        TrainingState state = exampleState();
        state.history = ControlHistory::unknown();
        saveCheckpoint(path("run"), state, 2, 2);
        QVERIFY(!loadCheckpoint(path("run")).history.isKnown());
    }

    void aHistoryThatGoesOnAfterTheLastUpdateIsRefused() {
        // The run would go on, and its next checkpoint could not be read any more.
        TrainingState state = exampleState();
        state.update = 5;
        state.history = ControlHistory();
        state.history.record(4, {0.1, 0.3}, 5);
        saveCheckpoint(path("run"), state, 2, 2);
        QCOMPARE(loadCheckpoint(path("run")).update, std::uint64_t{5});
        state.update = 4;
        saveCheckpoint(path("run"), state, 2, 2);
        QVERIFY_THROWS_EXCEPTION(Error, loadCheckpoint(path("run")));
    }

    void optionsNestedWithoutEndAreRefused() {
        const std::size_t deep = 200000; // fits into the header of a checkpoint
        const std::string options = "{\"k\":" + std::string(deep, '[') + std::string(deep, ']') +
                                    ",\"a\":1,\"b\":2,\"c\":3}";
        QVERIFY_THROWS_EXCEPTION(Error, trainingConfigFromJson(options));
    }

    void aWordOfTheFileBecomesNoLineBreakOrTerminalCode() {
        try {
            trainingConfigFromJson("{\"algorithm\": \"two\\nlines\\u001b[31m\"}");
        } catch (const Error &error) {
            const std::string sentence = error.what();
            QVERIFY2(sentence.find("two?lines?[31m") != std::string::npos, sentence.c_str());
            return;
        }
        QFAIL("the algorithm was taken");
    }

    void theImagesAreTold() {
        saveCheckpoint(path("run"), exampleState(), 2, 2, {"digits", "0123"});
        QCOMPARE(loadDataNote(path("run")).name, std::string("digits"));
        QCOMPARE(loadDataNote(path("run")).key, std::string("0123"));
        saveCheckpoint(path("run"), exampleState(), 2, 2);
        QVERIFY(loadDataNote(path("run")).key.empty());
    }

    void checkpointOpensAsAModel() {
        saveCheckpoint(path("run"), exampleState(), 4, 1);
        const Model model = loadModel(path("run"));
        QVERIFY(model.parameters == exampleState().parameters);
        QCOMPARE(model.width, std::size_t{4});
        QVERIFY(model.update == exampleState().update);
        QVERIFY(trainingConfigFromJson(model.trainingConfig) == exampleState().config);
    }

    void modelIsNoCheckpoint() {
        Model model;
        model.parameters = exampleState().parameters;
        model.width = model.height = 2;
        saveModel(path("model"), model);
        QVERIFY_THROWS_EXCEPTION(Error, loadCheckpoint(path("model")));
        QVERIFY(!loadCheckpointIfOne(path("model")));
    }

    void oneTensorOfARunMakesTheOthersNeeded() {
        const Bytes whole = savedExample();
        QVERIFY(loadCheckpointIfOne(path("run")));
        for (const char *name :
             {"momentum_visible_layer_bias", "momentum_hidden_layer_bias",
              "momentum_interaction_weight", "chains_visible", "chains_hidden"}) {
            m_files.write("run", whole);
            Safetensors file = readSafetensors(path("run"));
            file.tensors.erase(name);
            writeSafetensors(path("part"), file);
            QVERIFY_THROWS_EXCEPTION(Error, loadCheckpointIfOne(path("part")));
        }
    }

    void everyTruncationIsRefused() {
        QVERIFY(m_files.everyTruncationIsRefused(savedExample(), loadCheckpoint));
    }

    void flippedBytesNeverCrash() { m_files.loadWithFlippedBytes(savedExample(), loadCheckpoint); }

    void chainStatesOtherThanZeroAndOneAreRefused() {
        // The first tensor by name, right after the header, is chains_hidden.
        Bytes bytes = savedExample();
        const std::size_t header = bytes[0] + std::size_t{256} * bytes[1];
        QCOMPARE(bytes[8 + header], std::uint8_t{1});
        bytes[8 + header] = 2;
        QVERIFY(isRefused(bytes));
    }

    void failedSaveKeepsTheOldFile() {
        const Bytes before = savedExample();
        TrainingState broken = exampleState();
        broken.momentum.weights[0] = std::nanf("");
        QVERIFY_THROWS_EXCEPTION(Error, saveCheckpoint(path("run"), broken, 2, 2));
        broken = exampleState();
        broken.chains.hidden.pop_back();
        QVERIFY_THROWS_EXCEPTION(Error, saveCheckpoint(path("run"), broken, 2, 2));
        QVERIFY_THROWS_EXCEPTION(Error, saveCheckpoint(path("run/x"), exampleState(), 2, 2));
        QVERIFY_THROWS_EXCEPTION(Error, saveCheckpoint(path("no/x"), exampleState(), 2, 2));
        QVERIFY(m_files.read("run") == before);
    }

    void configReadsMissingMembersAsDefaults() {
        QVERIFY(trainingConfigFromJson("{}") == TrainingConfig{});
        QVERIFY(trainingConfigFromJson(toJson(TrainingConfig{})) == TrainingConfig{});
        QCOMPARE(trainingConfigFromJson(R"({"num-hidden": 7})").numHidden, std::size_t{7});
    }

    void badConfigIsRefused() {
        for (const char *json :
             {"", "[]", "{", R"({"k": 0})", R"({"k": -1})", R"({"k": "3"})", R"({"k": 1.5})",
              R"({"num-hidden": 16385})", R"({"batch-size": 0})", R"({"num-epoch": 1000001})",
              R"({"learning-rate": 1001})", R"({"learning-rate": 1e999})", R"({"momentum": 1})",
              R"({"momentum": -0.1})", R"({"pixels": "blue"})", R"({"pixels": 3})"}) {
            QVERIFY_THROWS_EXCEPTION(Error, trainingConfigFromJson(json));
        }
        TrainingConfig config;
        config.learningRate = std::nan("");
        QVERIFY_THROWS_EXCEPTION(Error, requireValid(config));
    }
};

QTEST_GUILESS_MAIN(TestCheckpoint)
#include "test_checkpoint.moc"
