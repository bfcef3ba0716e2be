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

void requireRange(const char *name, std::size_t value, std::size_t low, std::size_t high) {
    if (value < low || value > high) {
        throw Error(std::string("The option ") + name + " is " + std::to_string(value) +
                    "; it must be from " + std::to_string(low) + " to " + std::to_string(high) +
                    ".");
    }
}

[[noreturn]] void failMember(const char *name, const char *what) {
    throw Error(std::string("In the training options, ") + name + " must be " + what +
                "; correct it, or use a file that this program wrote.");
}

template <typename Integer>
void readInteger(const Json &object, const char *name, Integer &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_number_unsigned()) {
            failMember(name, "a whole number of at least 0");
        }
        value = member->get<Integer>();
    }
}

void readNumber(const Json &object, const char *name, double &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_number()) {
            failMember(name, "a number");
        }
        value = member->get<double>();
    }
}

void readFlag(const Json &object, const char *name, bool &value) {
    if (const auto member = object.find(name); member != object.end()) {
        if (!member->is_boolean()) {
            failMember(name, "true or false");
        }
        value = member->get<bool>();
    }
}

/// A word that `fromName` understands.
template <typename Value>
void readName(const Json &object, const char *name, const char *words,
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
Value valueOf(const Table &table, const std::string &wanted, const char *what) {
    std::string known;
    for (const auto &[entry, name] : table) {
        if (wanted == name) {
            return entry;
        }
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    throw Error(std::string("The ") + what + " '" + shown(wanted) + "' is unknown; use one of " +
                known + ".");
}

void requireShare(const char *name, double value, double low, double high) {
    if (!(value >= low && value <= high)) { // NaN is refused, too
        throw Error(std::string("The option ") + name + " is " + std::to_string(value) +
                    "; it must be from " + std::to_string(low) + " to " + std::to_string(high) +
                    ".");
    }
}

} // namespace

const char *algorithmName(Algorithm algorithm) { return nameOf(kAlgorithms, algorithm); }

Algorithm algorithmFromName(const std::string &name) {
    return valueOf<Algorithm>(kAlgorithms, name, "algorithm");
}

const char *scheduleName(Schedule schedule) { return nameOf(kSchedules, schedule); }

Schedule scheduleFromName(const std::string &name) {
    return valueOf<Schedule>(kSchedules, name, "schedule");
}

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
    requireRange("num-hidden", config.numHidden, 1, 16384);
    requireRange("k", config.k, 1, 100000);
    requireRange("batch-size", config.batchSize, 1, 100000);
    requireRange("num-epoch", config.numEpoch, 0, 1000000);
    // Written so that NaN is refused, too.
    if (!(config.learningRate >= 0 && config.learningRate <= 1000)) {
        throw Error("The option learning-rate is " + std::to_string(config.learningRate) +
                    "; it must be from 0 to 1000.");
    }
    if (!(config.momentum >= 0 && config.momentum < 1)) {
        throw Error("The option momentum is " + std::to_string(config.momentum) +
                    "; it must be at least 0 and less than 1.");
    }
    requireRange("num-replicas", config.numReplicas, 2, 100);
    requireRange("num-chains", config.numChains, 0, 100000);
    requireShare("weight-decay", config.weightDecay, 0, 1);
    requireShare("average", config.average, 0, 1);
    requireShare("fast-learning-rate", config.fastLearningRate, 0, 1000);
    requireShare("sparsity-cost", config.sparsityCost, 0, 1000);
    requireShare("sparsity-target", config.sparsityTarget, 0, 1);
    if (config.algorithm == Algorithm::Cd && config.numChains != 0) {
        throw Error("The option num-chains has no meaning for contrastive divergence, whose "
                    "chains start at the images; leave it out.");
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
        throw Error("The training options are not a JSON object; use a file that this program "
                    "wrote.");
    }
    TrainingConfig config;
    readInteger(object, "num-hidden", config.numHidden);
    readInteger(object, "k", config.k);
    readInteger(object, "batch-size", config.batchSize);
    readInteger(object, "num-epoch", config.numEpoch);
    readNumber(object, "learning-rate", config.learningRate);
    readNumber(object, "momentum", config.momentum);
    readInteger(object, "seed", config.seed);
    readName(object, "pixels", "gray, sampled or threshold", pixelsFromName, config.pixels);
    readName(object, "algorithm", "pcd, cd, pt or fpcd", algorithmFromName, config.algorithm);
    readInteger(object, "num-replicas", config.numReplicas);
    readInteger(object, "num-chains", config.numChains);
    readFlag(object, "centred", config.centred);
    readFlag(object, "nesterov", config.nesterov);
    readName(object, "learning-rate-schedule", "constant, linear, cosine or inverse",
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
