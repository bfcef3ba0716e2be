#include "engine/training/training_config.h"

#include "engine/base/error.h"
#include "engine/base/shallow_json.h"
#include "engine/base/shown_text.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <numbers>
#include <utility>

namespace rbm {

namespace {

using Json = nlohmann::ordered_json;

/// Not-a-number is out of range, too.
template <typename Number>
void requireRange(const char *name, Number value, Number low, Number high) {
    if (!(value >= low && value <= high)) {
        throw Error(Sentence("The option %1 is %2; it must be from %3 to %4.", std::string(name),
                             value, low, high));
    }
}

[[noreturn]] void failMember(const char *name, const Sentence &what) {
    throw Error(Sentence("In the training options, %1 must be %2; correct it, or use a file that "
                         "this program wrote.",
                         std::string(name), what));
}

template <typename Integer>
void readInteger(const Json &object, const char *name, Integer &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_number_unsigned()) {
            failMember(name, Sentence("a whole number of at least 0"));
        }
        value = member->get<Integer>();
    }
}

void readNumber(const Json &object, const char *name, double &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_number()) {
            failMember(name, Sentence("a number"));
        }
        value = member->get<double>();
    }
}

void readFlag(const Json &object, const char *name, bool &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_boolean()) {
            failMember(name, Sentence("true or false"));
        }
        value = member->get<bool>();
    }
}

/// A word that `fromName` understands.
template <typename Value>
void readName(const Json &object, const char *name, const Sentence &words,
              Value (*fromName)(const std::string &), Value &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_string()) {
            failMember(name, words);
        }
        value = fromName(member->get<std::string>());
    }
}

constexpr std::pair<Algorithm, const char *> kAlgorithms[] = {{Algorithm::Pcd, "pcd"},
                                                              {Algorithm::Cd, "cd"},
                                                              {Algorithm::Pt, "pt"},
                                                              {Algorithm::Fpcd, "fpcd"}};
constexpr std::pair<Schedule, const char *> kSchedules[] = {{Schedule::Constant, "constant"},
                                                            {Schedule::Linear, "linear"},
                                                            {Schedule::Cosine, "cosine"},
                                                            {Schedule::Inverse, "inverse"}};

/// The name of `value`, or the value of `name`, in such a table.
template <typename Table, typename Value>
const char *nameOf(const Table &table, Value value) {
    for (const auto &[entry, name] : table) {
        if (entry == value) {
            return name;
        }
    }
    return "";
}
template <typename Value, typename Table>
Value valueOf(const Table &table, const std::string &wanted) {
    std::string known;
    for (const auto &[entry, name] : table) {
        if (wanted == name) {
            return entry;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw Error(
        std::is_same_v<Value, Algorithm>
            ? Sentence("The algorithm '%1' is unknown; use one of %2.", shown(wanted), known)
            : Sentence("The schedule '%1' is unknown; use one of %2.", shown(wanted), known));
}

} // namespace

const char *algorithmName(Algorithm algorithm) { return nameOf(kAlgorithms, algorithm); }

Algorithm algorithmFromName(const std::string &name) {
    return valueOf<Algorithm>(kAlgorithms, name);
}

const char *scheduleName(Schedule schedule) { return nameOf(kSchedules, schedule); }

Schedule scheduleFromName(const std::string &name) { return valueOf<Schedule>(kSchedules, name); }

double scheduleFactor(Schedule schedule, double t) {
    const double part = std::min(std::max(t, 0.0), 1.0);
    switch (schedule) {
    case Schedule::Constant:
        return 1;
    case Schedule::Linear:
        return 1 - part;
    case Schedule::Cosine:
        return 0.5 * (1 + std::cos(std::numbers::pi * part));
    case Schedule::Inverse:
        return 1 / (1 + 9 * part);
    }
    return 1;
}

void requireValid(const TrainingConfig &config) {
    requireRange<std::size_t>("num-hidden", config.numHidden, 1, 16384);
    requireRange<std::size_t>("k", config.k, 1, 100000);
    requireRange<std::size_t>("batch-size", config.batchSize, 1, 100000);
    requireRange<std::size_t>("num-epoch", config.numEpoch, 0, 1000000);
    // Written so that NaN is refused, too.
    if (!(config.learningRate >= 0 && config.learningRate <= 1000)) {
        throw Error(Sentence("The option learning-rate is %1; it must be from 0 to 1000.",
                             config.learningRate));
    }
    if (!(config.momentum >= 0 && config.momentum < 1)) {
        throw Error(Sentence("The option momentum is %1; it must be at least 0 and less than 1.",
                             config.momentum));
    }
    requireRange<std::size_t>("num-replicas", config.numReplicas, 2, 100);
    requireRange<std::size_t>("num-chains", config.numChains, 0, 100000);
    requireRange<double>("weight-decay", config.weightDecay, 0, 1);
    requireRange<double>("average", config.average, 0, 1);
    requireRange<double>("fast-learning-rate", config.fastLearningRate, 0, 1000);
    requireRange<double>("sparsity-cost", config.sparsityCost, 0, 1000);
    requireRange<double>("sparsity-target", config.sparsityTarget, 0, 1);
    if (config.algorithm == Algorithm::Cd && config.numChains != 0) {
        throw Error(Sentence("The option num-chains has no meaning for contrastive divergence, "
                             "whose chains start at the images; leave it out."));
    }
}

std::string toJson(const TrainingConfig &config) {
    Json object = {{"num-hidden", config.numHidden},
                   {"k", config.k},
                   {"batch-size", config.batchSize},
                   {"num-epoch", config.numEpoch},
                   {"learning-rate", config.learningRate},
                   {"momentum", config.momentum},
                   {"seed", config.seed},
                   {"pixels", pixelsName(config.pixels)},
                   {"algorithm", algorithmName(config.algorithm)},
                   {"num-chains", config.numChains},
                   {"centred", config.centred},
                   {"nesterov", config.nesterov},
                   {"learning-rate-schedule", scheduleName(config.schedule)},
                   {"weight-decay", config.weightDecay},
                   {"average", config.average},
                   {"data-bias", config.dataBias}};
    if (config.algorithm == Algorithm::Pt) {
        object["num-replicas"] = config.numReplicas;
    }
    if (config.algorithm == Algorithm::Fpcd) {
        object["fast-learning-rate"] = config.fastLearningRate;
    }
    if (config.sparsityCost > 0) {
        object["sparsity-cost"] = config.sparsityCost;
        object["sparsity-target"] = config.sparsityTarget;
    }
    return object.dump();
}

TrainingConfig trainingConfigFromJson(const std::string &json) {
    const Json object = parseShallowJson(json);
    if (!object.is_object()) {
        throw Error(Sentence(
            "The training options are not a JSON object; use a file that this program wrote."));
    }
    TrainingConfig config;
    readInteger(object, "num-hidden", config.numHidden);
    readInteger(object, "k", config.k);
    readInteger(object, "batch-size", config.batchSize);
    readInteger(object, "num-epoch", config.numEpoch);
    readNumber(object, "learning-rate", config.learningRate);
    readNumber(object, "momentum", config.momentum);
    readInteger(object, "seed", config.seed);
    readName(object, "pixels", Sentence("gray, sampled or threshold"), pixelsFromName,
             config.pixels);
    readName(object, "algorithm", Sentence("pcd, cd, pt or fpcd"), algorithmFromName,
             config.algorithm);
    readInteger(object, "num-replicas", config.numReplicas);
    readInteger(object, "num-chains", config.numChains);
    readFlag(object, "centred", config.centred);
    readFlag(object, "nesterov", config.nesterov);
    readName(object, "learning-rate-schedule", Sentence("constant, linear, cosine or inverse"),
             scheduleFromName, config.schedule);
    readNumber(object, "weight-decay", config.weightDecay);
    readNumber(object, "average", config.average);
    readFlag(object, "data-bias", config.dataBias);
    readNumber(object, "fast-learning-rate", config.fastLearningRate);
    readNumber(object, "sparsity-cost", config.sparsityCost);
    readNumber(object, "sparsity-target", config.sparsityTarget);
    requireValid(config);
    return config;
}

} // namespace rbm
