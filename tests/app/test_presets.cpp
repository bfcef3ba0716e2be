#include "engine/base/error.h"
#include "engine/data/idx.h"
#include "engine/model/model_file.h"
#include "tests/support/run_rbm.h"
#include "ui/support/presets.h"
#include "ui/support/train_command_text.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <string>
#include <vector>

using namespace rbm;
using namespace rbm::test;

namespace {

using Args = std::vector<std::string>;

/// Few and small images: a run of any settings takes a moment only.
IdxArray images(std::size_t count) {
    IdxArray array{{count, 4, 4}, {}};
    for (std::size_t at = 0; at < count * 16; ++at)
        array.bytes.push_back(static_cast<std::uint8_t>(at * 7919 % 256));
    return array;
}

Args words(const QString &line) {
    Args result;
    for (const QString &word : line.split(u' '))
        result.push_back(word.toStdString());
    return result;
}

} // namespace

class TestPresets : public QObject {
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    /// Trains with these options by the real command line; the model that it saved.
    Model train(const Args &options) {
        const std::string path = m_folder.filePath("model.safetensors").toStdString();
        Args args = {"train",
                     "--data",
                     m_folder.path().toStdString(),
                     "--no-cuda",
                     "--likelihood",
                     "none",
                     "--threads",
                     "1",
                     "--output",
                     path};
        args.insert(args.end(), options.begin(), options.end());
        const Outcome outcome = runRbm(args);
        if (outcome.code != 0)
            throw Error(outcome.err);
        return loadModel(path);
    }

    TrainingConfig configOf(const Args &options) {
        return trainingConfigFromJson(train(options).trainingConfig);
    }

private slots:
    void initTestCase() {
        const std::string folder = m_folder.path().toStdString();
        writeIdx(folder + "/train-images-idx3-ubyte", images(30));
        writeIdx(folder + "/t10k-images-idx3-ubyte", images(10));
    }

    void everyPresetIsValidAndHasItsOwnNameAndASentence() {
        QCOMPARE(presets().size(), std::size_t{7});
        for (const Preset &preset : presets()) {
            requireValid(preset.config);
            QCOMPARE(presetOf(preset.id), &preset);
            QCOMPARE(presetOf(preset.config), &preset);
            QVERIFY2(preset.description.endsWith(u'.'), qPrintable(preset.description));
            QCOMPARE(std::count_if(presets().begin(), presets().end(),
                                   [&](const Preset &other) { return other.name == preset.name; }),
                     1);
        }
    }

    void everyFileIsOffered() {
        const auto files = QDir(QStringLiteral(":/rbm/presets")).entryList();
        QCOMPARE(files.size(), static_cast<qsizetype>(presets().size()));
    }

    void theFirstPresetIsTheDefault() {
        QCOMPARE(presets().front().name, QStringLiteral("Classic PCD-30"));
        QVERIFY(presets().front().config == TrainingConfig{});
    }

    void theSeedMakesNoOtherPreset() {
        TrainingConfig config = presets()[3].config;
        config.seed = 77;
        QCOMPARE(presetOf(config), &presets()[3]);
        config.k += 1;
        QCOMPARE(presetOf(config), static_cast<const Preset *>(nullptr));
    }

    void aDamagedPresetIsRefused_data() {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no JSON") << QByteArray("{");
        QTest::newRow("no settings") << QByteArray(R"({"name": "A", "description": "B."})");
        QTest::newRow("no name") << QByteArray(R"({"description": "B.", "settings": {}})");
        QTest::newRow("unknown") << QByteArray(
            R"({"name": "A", "description": "B.", "settings": {"kk": 1}})");
        QTest::newRow("seed") << QByteArray(
            R"({"name": "A", "description": "B.", "settings": {"seed": 1}})");
        QTest::newRow("out of range")
            << QByteArray(R"({"name": "A", "description": "B.", "settings": {"k": 0}})");
    }

    void aDamagedPresetIsRefused() {
        QFETCH(QByteArray, json);
        QVERIFY_EXCEPTION_THROWN(readPreset("a", json), Error);
    }

    void aPresetOnTheCommandLineEqualsItsOptionsBitForBit() {
        const Model named = train({"--preset", "fast"});
        const Model told =
            train({"--pixels", "sampled", "--data-bias", "--centred", "--k", "5", "--batch-size",
                   "80", "--learning-rate", "16", "--learning-rate-schedule", "linear", "--average",
                   "0.15", "--num-epoch", "40"});
        QCOMPARE(named.trainingConfig, told.trainingConfig);
        QVERIFY(named.parameters.weights == told.parameters.weights);
        for (const Preset &preset : presets())
            QVERIFY(configOf({"--preset", preset.id}) == preset.config);
    }

    void optionsWinOverThePresetWhereverTheyStand() {
        TrainingConfig wanted = presetOf("fast")->config;
        wanted.k = 2;
        wanted.numEpoch = 3;
        wanted.pixels = Pixels::Gray;
        wanted.schedule = Schedule::Cosine;
        wanted.algorithm = Algorithm::Cd;
        wanted.centred = false;
        const Args before = {"--k",
                             "2",
                             "--num-epoch",
                             "3",
                             "--pixels",
                             "gray",
                             "--algorithm",
                             "cd",
                             "--centred=false",
                             "--learning-rate-schedule",
                             "cosine"};
        Args all = before;
        all.insert(all.end(), {"--preset", "fast"});
        QVERIFY(configOf(all) == wanted);
        all = {"--preset", "fast"};
        all.insert(all.end(), before.begin(), before.end());
        QVERIFY(configOf(all) == wanted);
    }

    void anUnknownPresetIsWrongUsageAndTheKnownOnesAreTold() {
        const Outcome outcome = runRbm({"train", "--preset", "slow"});
        QCOMPARE(outcome.code, 2);
        const Outcome help = runRbm({"train", "--help"});
        QCOMPARE(help.code, 0);
        for (const std::string &id : presetIds()) {
            QVERIFY2(contains(outcome.err, id), outcome.err.c_str());
            QVERIFY2(contains(help.out, id), help.out.c_str());
        }
    }

    void aPresetDoesNotGoWithARunThatGoesOn() {
        QCOMPARE(runRbm({"train", "--preset", "fast", "--resume", "a"}).code, 2);
    }

    void theCopiedCommandGivesTheSameSettings_data() {
        QTest::addColumn<int>("preset");
        for (int at = 0; at < static_cast<int>(presets().size()); ++at)
            QTest::newRow(presets()[static_cast<std::size_t>(at)].id.c_str()) << at;
    }

    void theCopiedCommandGivesTheSameSettings() {
        QFETCH(int, preset);
        TrainingConfig config = presets()[static_cast<std::size_t>(preset)].config;
        config.seed = 12345;
        config.learningRate *= 1.1;
        Args line = words(trainCommandText(config));
        QCOMPARE(line[0] + " " + line[1], std::string("rbm train"));
        line.erase(line.begin(), line.begin() + 2);
        QVERIFY(configOf(line) == config);
    }

    void theCopiedCommandKnowsEverySetting() {
        TrainingConfig config;
        config.numHidden = 3;
        config.k = 2;
        config.batchSize = 7;
        config.numEpoch = 2;
        config.learningRate = 0.0123456789;
        config.momentum = 0.57;
        config.seed = 1234567890123456789U;
        config.pixels = Pixels::Threshold;
        config.numChains = 11;
        config.centred = config.nesterov = config.dataBias = true;
        config.schedule = Schedule::Inverse;
        config.weightDecay = 0.0002;
        config.average = 0.25;
        const auto isTheSame = [this](const TrainingConfig &wanted) {
            Args line = words(trainCommandText(wanted));
            line.erase(line.begin(), line.begin() + 2);
            return configOf(line) == wanted;
        };
        QVERIFY(isTheSame(config));
        TrainingConfig tempered = config;
        tempered.algorithm = Algorithm::Pt;
        tempered.numReplicas = 7;
        QVERIFY(isTheSame(tempered));
        TrainingConfig fast = config;
        fast.algorithm = Algorithm::Fpcd;
        fast.fastLearningRate = 0.7;
        fast.sparsityCost = 0.2;
        fast.sparsityTarget = 0.3;
        QVERIFY(isTheSame(fast));
    }

    void theCommandOfTheDefaultsNamesTheSeedAlone() {
        QCOMPARE(trainCommandText(TrainingConfig{}), QStringLiteral("rbm train --seed 1"));
    }
};

QTEST_MAIN(TestPresets)
#include "test_presets.moc"
