#include "engine/training/training_config.h"

#include "engine/base/error.h"

#include <cmath>
#include <nlohmann/json.hpp>

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

} // namespace

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
}

std::string toJson(const TrainingConfig &config) {
    const Json object = {{"num-hidden", config.numHidden},
                         {"k", config.k},
                         {"batch-size", config.batchSize},
                         {"num-epoch", config.numEpoch},
                         {"learning-rate", config.learningRate},
                         {"momentum", config.momentum},
                         {"seed", config.seed},
                         {"pixels", pixelsName(config.pixels)}};
    return object.dump();
}

TrainingConfig trainingConfigFromJson(const std::string &json) {
    const Json object = Json::parse(json, nullptr, false);
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
    if (const auto member = object.find("pixels"); member != object.end()) {
        if (!member->is_string()) {
            failMember("pixels", "gray, sampled or threshold");
        }
        config.pixels = pixelsFromName(member->get<std::string>());
    }
    requireValid(config);
    return config;
}

} // namespace rbm
