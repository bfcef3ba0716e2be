#pragma once

#include "engine/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <string>

namespace rbm {

/// Where an update's chains start.
enum class Algorithm {
    Pcd,  ///< where they ended (persistent contrastive divergence, Tieleman 2008), as the original
    Cd,   ///< at the data (contrastive divergence, Hinton 2002)
    Pt,   ///< where they ended or where a hotter replica was, see Tempering
    Fpcd, ///< as Pcd, on parameters with fast ones added (Tieleman & Hinton 2009)
};

/// How the learning rate goes on over the run, from its full value at the start.
enum class Schedule {
    Constant, ///< as the original
    Linear,   ///< to 0
    Cosine,   ///< to 0, slowly at both ends
    Inverse,  ///< as 1 / (1 + 9 t), to a tenth
};

/// "pcd", "cd", "pt", "fpcd"; "constant", "linear", "cosine", "inverse". The reverse throws Error
/// for any other word.
const char *algorithmName(Algorithm algorithm);
Algorithm algorithmFromName(const std::string &name);
const char *scheduleName(Schedule schedule);
Schedule scheduleFromName(const std::string &name);

/// The part of the learning rate that is in force after a part `t` of the run, 0 to 1.
double scheduleFactor(Schedule schedule, double t);

/// What a training run is made of; the defaults are the original's.
struct TrainingConfig {
    std::size_t numHidden = 500;
    std::size_t k = 30;         ///< Gibbs steps per update
    std::size_t batchSize = 80; ///< images per update, and number of persistent chains
    std::size_t numEpoch = 130;
    double learningRate = 0.1; ///< the step on the mean gradient is learningRate / batchSize
    double momentum = 0.3;
    std::uint64_t seed = 1;
    Pixels pixels = Pixels::Gray;
    Algorithm algorithm = Algorithm::Pcd;
    std::size_t numReplicas = 10; ///< temperatures of parallel tempering, beta 1 among them
    std::size_t numChains = 0;    ///< persistent chains; 0: as many as images in an update
    bool centred = false;         ///< the centred gradient, around the data's mean pixels
    bool nesterov = false;        ///< Nesterov's momentum
    Schedule schedule = Schedule::Constant;
    double weightDecay = 0; ///< L2 on the weights
    double average = 0;     ///< the last part of the run whose parameters are averaged
    bool dataBias = false;  ///< visible biases start at the logits of the mean pixels
    /// Of fast PCD: the fast parameters' step on the mean gradient is this / batchSize, at any
    /// time of the run; 1/20 of them is forgotten at each update.
    double fastLearningRate = 1;
    double sparsityCost = 0;     ///< of hidden units more or less active than the target
    double sparsityTarget = 0.1; ///< mean activity

    /// How many chains there are.
    std::size_t chains() const { return numChains == 0 ? batchSize : numChains; }

    bool operator==(const TrainingConfig &) const = default;
};

/// Throws Error naming the first value out of range and the range.
void requireValid(const TrainingConfig &config);

/// JSON with the option names of the command line ("num-hidden": 500, ...).
std::string toJson(const TrainingConfig &config);

/// The reverse; missing members keep their defaults. Throws Error.
TrainingConfig trainingConfigFromJson(const std::string &json);

/// What may change while a run trains; read once per update.
struct LiveControls {
    double learningRate = 0.1;
    double momentum = 0.3;

    bool operator==(const LiveControls &) const = default;
};

} // namespace rbm
