#include "engine/cuda/sweep_choice.h"

#include "engine/base/cache_folder.h"
#include "engine/cuda/sweep_trial.h"

#include <algorithm>
#include <fstream>
#include <map>
#include <mutex>
#include <system_error>
#include <vector>

namespace rbm::cuda {

namespace {

/// To be raised with every change of the kernels that may change their speed.
constexpr int kKernels = 2;

constexpr const char *kFile = "card-sweeps.txt";

/// A rule of thumb stands unless another way takes less than this of its time.
constexpr float kGain = 0.9F;

constexpr int kRounds = 3;

/// The ways that this program takes, whatever happens to the file: another thread's backend must
/// not take another way. Who measures holds the lock, as a measurement beside it would be wrong.
struct KnownWays {
    std::mutex mutex;
    std::optional<std::map<std::string, SweepWay>> ways; ///< by keys; none: not loaded yet
};
KnownWays &knownWays() {
    static KnownWays known;
    return known;
}

/// Lines of a key and a way. What is none of ours is left alone; of two for a key the first holds,
/// as the program that wrote the second uses its own until it ends.
std::map<std::string, SweepWay> loadedWays() {
    std::map<std::string, SweepWay> ways;
    std::ifstream file(cacheFolder() / kFile);
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t space = line.rfind(' ');
        const auto way =
            space == std::string::npos ? std::nullopt : sweepWayOf(line.substr(space + 1));
        if (way) {
            ways.emplace(line.substr(0, space), *way);
        }
    }
    return ways;
}

/// A name in one word.
std::string oneWord(std::string name) {
    std::replace_if(
        name.begin(), name.end(), [](unsigned char c) { return c <= ' ' || c > '~'; }, '_');
    return name;
}

} // namespace

SweepChoice::SweepChoice(const Device &device, std::optional<SweepWay> wanted)
    : m_device(device), m_wanted(wanted) {
    int driver = 0;
    m_device.check(cudaDriverGetVersion(&driver), "cudaDriverGetVersion");
    m_card = std::to_string(kKernels) + " " + std::to_string(driver) + " " + oneWord(device.name());
}

void SweepChoice::forgetAll() {
    const std::lock_guard lock(knownWays().mutex);
    knownWays().ways.reset();
}

SweepWay SweepChoice::way(const CudaModel &model, std::size_t chains) {
    const std::vector<SweepWay> ways = model.ways();
    if (m_wanted && std::find(ways.begin(), ways.end(), *m_wanted) != ways.end()) {
        return *m_wanted;
    }
    if (ways.size() == 1) {
        return ways.front();
    }
    const std::string key = keyOf(model, chains);
    KnownWays &all = knownWays();
    const std::lock_guard lock(all.mutex);
    if (!all.ways) {
        all.ways = loadedWays();
    }
    const auto known = all.ways->find(key);
    if (known != all.ways->end() &&
        std::find(ways.begin(), ways.end(), known->second) != ways.end()) {
        return known->second;
    }
    const SweepWay found = measured(model, chains);
    (*all.ways)[key] = found;
    keep(key, found);
    return found;
}

/// In turns, so that a card that wakes up slows down all ways alike. Without room for the trial the
/// rule of thumb has to do.
SweepWay SweepChoice::measured(const CudaModel &model, std::size_t chains) const {
    const SweepWay rule = model.usualWay(chains);
    try {
        SweepTrial trial(m_device, model, chains);
        for (const SweepWay way : model.ways()) {
            requireRight(trial, way);
        }
        std::map<SweepWay, float> times;
        for (int round = 0; round <= kRounds; ++round) { // the first one warms up
            for (const SweepWay way : model.ways()) {
                const float time = trial.milliseconds(way);
                times[way] = round <= 1 ? time : std::min(times[way], time);
            }
        }
        SweepWay best = rule;
        for (const auto &[way, time] : times) {
            const float limit = best == rule ? kGain * times[rule] : times[best];
            best = time < limit ? way : best;
        }
        return best;
    } catch (const OutOfMemory &) {
        return rule;
    }
}

/// A driver may have compiled the kernels itself, for a card that nobody here has seen.
void SweepChoice::requireRight(SweepTrial &trial, SweepWay way) const {
    if (!trial.isRight(way)) {
        m_device.fail(std::string("Gibbs sampling by ") + nameOf(way),
                      "the card draws other states than the processor");
    }
}

std::string SweepChoice::keyOf(const CudaModel &model, std::size_t chains) const {
    return m_card + " " + std::to_string(model.visibleUnits()) + " " +
           std::to_string(model.hiddenUnits()) + " " + std::to_string(chains);
}

/// Where it cannot be kept it is measured once more next time.
void SweepChoice::keep(const std::string &key, SweepWay way) {
    std::error_code ignored;
    std::filesystem::create_directories(cacheFolder(), ignored);
    std::ofstream file(cacheFolder() / kFile, std::ios::app);
    file << key + " " + nameOf(way) + "\n" << std::flush;
}

} // namespace rbm::cuda
