#include "ui/runs/run_json.h"

#include "engine/base/error.h"
#include "engine/base/shallow_json.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <utility>

namespace rbm {

namespace {

using Json = nlohmann::ordered_json;

constexpr int kVersion = 1;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

constexpr std::pair<QuoteVerdict, const char *> kVerdicts[] = {
    {QuoteVerdict::Exact, "exact"},
    {QuoteVerdict::Trust, "trust"},
    {QuoteVerdict::Caution, "caution"},
    {QuoteVerdict::DoNotQuote, "do not quote"}};

/// An end that nothing bounds: JSON has no infinity.
Json end(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json toJson(const LikelihoodValue &value) {
    return Json::array({end(value.value), end(value.low), end(value.high)});
}

Json toJson(const PixelValues &values) {
    return {{"test", toJson(values.test)},
            {"train", toJson(values.train)},
            {"original-test", toJson(values.originalTest)},
            {"original-train", toJson(values.originalTrain)}};
}

Json toJson(const Reliability &reliability) {
    Json object = {{"effective-sample-size", reliability.effectiveSampleSize},
                   {"runs", reliability.runs},
                   {"temperatures", reliability.temperatures}};
    for (const auto &[verdict, word] : kVerdicts) {
        if (verdict == reliability.verdict)
            object["verdict"] = word;
    }
    return object;
}

Json toJson(const LikelihoodPoint &point) {
    return {{"epoch", point.epoch},
            {"gray", toJson(point.gray)},
            {"sampled", toJson(point.sampled)},
            {"trusted", toJson(point.trusted)},
            {"original", toJson(point.original)}};
}

double number(const Json &value, double missing) {
    return value.is_null() ? missing : value.get<double>();
}

LikelihoodValue readValue(const Json &array) {
    return {number(array.at(0), std::numeric_limits<double>::quiet_NaN()),
            number(array.at(1), -kInfinity), number(array.at(2), kInfinity)};
}

PixelValues readPixels(const Json &object) {
    return {readValue(object.at("test")), readValue(object.at("train")),
            readValue(object.at("original-test")), readValue(object.at("original-train"))};
}

Reliability readReliability(const Json &object) {
    Reliability reliability{object.at("effective-sample-size").get<double>(),
                            object.at("runs").get<double>(),
                            object.at("temperatures").get<double>(), QuoteVerdict::DoNotQuote};
    for (const auto &[verdict, word] : kVerdicts) {
        if (object.at("verdict") == word)
            reliability.verdict = verdict;
    }
    return reliability;
}

LikelihoodPoint readPoint(const Json &object) {
    return {object.at("epoch").get<double>(), readPixels(object.at("gray")),
            readPixels(object.at("sampled")), readReliability(object.at("trusted")),
            readReliability(object.at("original"))};
}

/// Not any number: one below zero or beyond 2^64 has no meaning as an integer.
std::uint64_t wholeNumber(const Json &object, const char *name) {
    const Json &value = object.at(name);
    if (!value.is_number_unsigned())
        throw Error(Sentence("its %1 is no whole number of at least 0", std::string(name)));
    return value.get<std::uint64_t>();
}

/// Settings are plain values. What is nested without end would be written recursively.
TrainingConfig readSettings(const Json &object) {
    if (!object.is_object() || std::any_of(object.begin(), object.end(),
                                           [](const Json &value) { return value.is_structured(); }))
        throw Error(Sentence("its settings are damaged"));
    return trainingConfigFromJson(object.dump());
}

QString text(const Json &object, const char *name) {
    return QString::fromStdString(object.at(name).get<std::string>());
}

/// What `read` makes of it; any trouble becomes an Error.
template <typename Read>
void parse(const std::string &content, const Read &read) {
    const Json object = parseShallowJson(content);
    if (!object.is_object())
        throw Error(Sentence("it is no JSON object"));
    try {
        read(object);
    } catch (const Json::exception &) {
        throw Error(Sentence("something in it is missing or of the wrong kind"));
    }
}

} // namespace

std::string runJson(const RunRecord &run) {
    Json points = Json::array();
    for (const LikelihoodPoint &point : run.points)
        points.push_back(toJson(point));
    const Json object = {
        {"format", "rbm-run"},
        {"format-version", kVersion},
        {"began", run.began.toUTC().toString(Qt::ISODate).toStdString()},
        {"settings", Json::parse(rbm::toJson(run.config))},
        {"controls",
         {{"learning-rate", run.controls.learningRate}, {"momentum", run.controls.momentum}}},
        {"update", run.update},
        {"updates-per-epoch", run.updatesPerEpoch},
        {"data", {{"name", run.dataName.toStdString()}, {"key", run.dataKey.toStdString()}}},
        {"points", points}};
    return object.dump(1) + "\n";
}

std::string labelJson(const RunRecord &run) {
    const Json object = {{"name", run.name.toStdString()}, {"shown", run.shown}};
    return object.dump(1) + "\n";
}

void readRunJson(const std::string &json, RunRecord &run) {
    parse(json, [&](const Json &object) {
        if (object.at("format") != "rbm-run")
            throw Error(Sentence("it is not a run's"));
        if (object.at("format-version") != kVersion)
            throw Error(Sentence("it is of a newer program"));
        run.began = QDateTime::fromString(text(object, "began"), Qt::ISODate);
        run.config = readSettings(object.at("settings"));
        run.controls = {object.at("controls").at("learning-rate").get<double>(),
                        object.at("controls").at("momentum").get<double>()};
        run.update = wholeNumber(object, "update");
        run.updatesPerEpoch = wholeNumber(object, "updates-per-epoch");
        if (run.updatesPerEpoch == 0)
            throw Error(Sentence("its epochs are empty"));
        run.dataName = text(object.at("data"), "name");
        run.dataKey = text(object.at("data"), "key");
        run.points.clear();
        for (const Json &point : object.at("points"))
            addPoint(run.points, readPoint(point)); // in order, whatever the file's was
    });
}

void readLabelJson(const std::string &json, RunRecord &run) {
    parse(json, [&](const Json &object) {
        run.name = text(object, "name");
        run.shown = object.at("shown").get<bool>();
    });
}

} // namespace rbm
