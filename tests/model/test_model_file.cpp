#include "engine/base/error.h"
#include "engine/model/model_file.h"
#include "tests/support/scratch_files.h"

#include <QtTest>
#include <algorithm>
#include <cmath>
#include <cstring>
#include <limits>
#include <nlohmann/json.hpp>

using namespace rbm;
using namespace rbm::test;

namespace {

Model exampleModel() {
    Model model;
    model.parameters = initialParameters(6, 2, 7);
    model.width = 3;
    model.height = 2;
    model.epoch = 4;
    model.update = 18446744073709551615U;
    model.trainingConfig = "{\"k\": 30}";
    return model;
}

/// A file with this header and this many zero bytes of data.
Bytes fileOf(const std::string &header, std::size_t dataBytes) {
    const std::uint64_t length = header.size();
    Bytes bytes(sizeof length + header.size() + dataBytes);
    std::memcpy(bytes.data(), &length, sizeof length);
    std::copy(header.begin(), header.end(), bytes.begin() + sizeof length);
    return bytes;
}

/// The header's member for one tensor, without braces around it.
std::string entry(const std::string &name, const std::vector<std::uint64_t> &shape, int begin,
                  int end, const std::string &dtype = "F32") {
    nlohmann::json header;
    header[name] = {{"dtype", dtype}, {"shape", shape}, {"data_offsets", {begin, end}}};
    const std::string text = header.dump();
    return text.substr(1, text.size() - 2);
}

} // namespace

class TestModelFile : public QObject {
    Q_OBJECT

private:
    ScratchFiles m_files;
    std::filesystem::path path(const char *name) const { return m_files.path(name); }
    void write(const Bytes &bytes) const { m_files.write("bad", bytes); }
    bool isRefused(const Bytes &bytes) const { return m_files.isRefused(bytes, loadModel); }
    Bytes savedExample() const {
        saveModel(path("model"), exampleModel());
        return m_files.read("model");
    }

private slots:
    void savedModelLoadsTheSame() {
        const Model model = exampleModel();
        saveModel(path("model"), model);
        const Model back = loadModel(path("model"));
        QVERIFY(back.parameters == model.parameters);
        QCOMPARE(back.width, model.width);
        QCOMPARE(back.height, model.height);
        QVERIFY(back.epoch == model.epoch);
        QVERIFY(back.update == model.update);
        QCOMPARE(back.trainingConfig, model.trainingConfig);
    }

    void threeTensorsAloneOpenAsASquareOrAColumn() {
        write(fileOf("{" + entry("visible_layer_bias", {4}, 0, 16) + "," +
                         entry("hidden_layer_bias", {1}, 16, 20) + "," +
                         entry("interaction_weight", {4, 1}, 20, 36) + "}",
                     36));
        const Model square = loadModel(path("bad"));
        QCOMPARE(square.width, std::size_t{2});
        QCOMPARE(square.height, std::size_t{2});
        QVERIFY(!square.epoch && !square.update && square.trainingConfig.empty());
        write(fileOf("{" + entry("visible_layer_bias", {3}, 0, 12) + "," +
                         entry("hidden_layer_bias", {1}, 12, 16) + "," +
                         entry("interaction_weight", {3, 1}, 16, 28) + "}",
                     28));
        QCOMPARE(loadModel(path("bad")).width, std::size_t{3});
        QCOMPARE(loadModel(path("bad")).height, std::size_t{1});
    }

    void everyTruncationIsRefused() {
        QVERIFY(m_files.everyTruncationIsRefused(savedExample(), loadModel));
    }

    void aHeaderThatIsCutShortIsToldFromOneThatIsTooLong() {
        const auto reasonOf = [this](const Bytes &bytes) {
            write(bytes);
            try {
                loadModel(path("bad"));
            } catch (const Error &error) {
                return QString::fromUtf8(error.what());
            }
            return QString();
        };
        Bytes cut = savedExample();
        cut.resize(40);
        QVERIFY(reasonOf(cut).contains(u"it ends before its header does"));
        QVERIFY(reasonOf(Bytes(40, 255)).contains(u"its header is too long"));
        cut.resize(7);
        QVERIFY(reasonOf(cut).contains(u"it is too short"));
    }

    void flippedBytesNeverCrash() { m_files.loadWithFlippedBytes(savedExample(), loadModel); }

    void overlappingTensorsAreRefused() {
        QVERIFY(isRefused(fileOf("{" + entry("visible_layer_bias", {4}, 0, 16) + "," +
                                     entry("hidden_layer_bias", {4}, 0, 16) + "," +
                                     entry("interaction_weight", {4, 4}, 16, 80) + "}",
                                 80)));
    }

    void hugeAndWrappingSizesAreRefused() {
        const std::vector<std::uint64_t> big = {4294967296, 4294967296};
        QVERIFY(isRefused(fileOf("{" + entry("interaction_weight", big, 0, 0) + "}", 0)));
        QVERIFY(isRefused(fileOf("{" + entry("visible_layer_bias", {4}, 16, 0) + "}", 16)));
        QVERIFY(isRefused(fileOf("{" + entry("visible_layer_bias", {8}, 0, 32) + "}", 16)));
        QVERIFY(isRefused(fileOf("{" + entry("visible_layer_bias", {4}, 0, 8, "F16") + "}", 8)));
        QVERIFY(isRefused(Bytes(8, 255)));
        QVERIFY(isRefused(fileOf(std::string(500000, '['), 0)));
    }

    void widthThatDoesNotFitIsRefused() {
        Model model = exampleModel();
        model.width = 4;
        QVERIFY_THROWS_EXCEPTION(Error, saveModel(path("model"), model));
        Bytes bytes = savedExample();
        const std::string key = "\"width\":\"";
        const auto at = std::search(bytes.begin(), bytes.end(), key.begin(), key.end());
        QVERIFY(at != bytes.end());
        for (const char digit : {'0', '4', 'x', '-'}) {
            *(at + static_cast<std::ptrdiff_t>(key.size())) = static_cast<std::uint8_t>(digit);
            QVERIFY(isRefused(bytes));
        }
    }

    void notANumberIsRefusedWithItsPosition() {
        // The last tensor in the file is the visible bias, by name.
        for (const float value :
             {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
            Bytes bytes = savedExample();
            std::memcpy(bytes.data() + bytes.size() - 4, &value, 4);
            write(bytes);
            try {
                loadModel(path("bad"));
                QFAIL("was read");
            } catch (const Error &error) {
                const std::string sentence = error.what();
                QVERIFY(sentence.find("visible_layer_bias[5]") != std::string::npos);
                QVERIFY(sentence.find(path("bad").string()) != std::string::npos);
            }
        }
    }

    void failedSaveKeepsTheOldFile() {
        const Bytes before = savedExample();
        Model broken = exampleModel();
        broken.parameters.weights[3] = std::nanf("");
        QVERIFY_THROWS_EXCEPTION(Error, saveModel(path("model"), broken));
        QVERIFY_THROWS_EXCEPTION(Error, saveModel(path("model/below"), exampleModel()));
        QVERIFY_THROWS_EXCEPTION(Error, saveModel(path("missing/model"), exampleModel()));
        QVERIFY(m_files.read("model") == before);
    }

    void initialParametersAreSmallAndDependOnTheSeedAlone() {
        const RbmParameters p = initialParameters(100, 100, 1);
        QVERIFY(p == initialParameters(100, 100, 1));
        QVERIFY(p != initialParameters(100, 100, 2));
        double squares = 0;
        for (const float w : p.weights) {
            squares += static_cast<double>(w) * w;
        }
        // The sum of 10,000 squares over 0.01^2 has deviation sqrt(20,000).
        QVERIFY(std::abs(squares / 1e-4 - 10000) < 5 * std::sqrt(20000.0));
    }

    void freeEnergySumsOverTheHiddenStates() {
        const RbmParameters p = {2, 1, {0.5F, -1}, {0.25F}, {1.5F, 2}};
        const std::vector<float> v = {1, 1};
        const double expected = -std::log(std::exp(-0.5) + std::exp(-0.5 + 0.25 + 3.5));
        QVERIFY(std::abs(freeEnergy(p, v) - expected) < 1e-12);
        QCOMPARE(softplus(1000), 1000.0);
        QVERIFY(softplus(-1000) >= 0);
    }
};

QTEST_GUILESS_MAIN(TestModelFile)
#include "test_model_file.moc"
