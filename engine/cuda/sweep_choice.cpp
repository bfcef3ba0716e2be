#include "engine/cuda/sweep_choice.h"

#include "engine/base/cache_folder.h"
#include "engine/cuda/replay.h"
#include "engine/cuda/sweeper.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <memory>
#include <system_error>
#include <vector>

namespace rbm::cuda {

namespace {

/// To be raised with every change of the kernels that may change their speed.
constexpr int kKernels = 1;

constexpr const char *kFile = "card-sweeps.txt";

/// A rule of thumb stands unless another way takes less than this of its time.
constexpr float kGain = 0.9F;

constexpr std::size_t kSweeps = 8; ///< of a launch
constexpr int kLaunches = 4;       ///< that are timed together
constexpr int kRounds = 3;

/// How many of the units are on: as in a model of digits after some epochs. A new model's half
/// would be unfair to the way that reads the weights of these alone.
constexpr double kActivity = 0.2;

/// The time between two points of a stream.
class Stopwatch {
public:
    explicit Stopwatch(const Device &device) : m_device(device) {
        m_device.check(cudaEventCreateWithFlags(&m_begin, cudaEventDefault), "cudaEventCreate");
        const cudaError_t error = cudaEventCreateWithFlags(&m_end, cudaEventDefault);
        if (error != cudaSuccess) {
            cudaEventDestroy(m_begin);
        }
        m_device.check(error, "cudaEventCreate");
    }
    ~Stopwatch() {
        cudaEventDestroy(m_begin);
        cudaEventDestroy(m_end);
    }
    Stopwatch(const Stopwatch &) = delete;
    Stopwatch &operator=(const Stopwatch &) = delete;

    void start() const { m_device.check(cudaEventRecord(m_begin, m_device.stream()), kRecord); }
    float milliseconds() const {
        m_device.check(cudaEventRecord(m_end, m_device.stream()), kRecord);
        m_device.check(cudaEventSynchronize(m_end), "cudaEventSynchronize");
        float result = 0;
        m_device.check(cudaEventElapsedTime(&result, m_begin, m_end), "cudaEventElapsedTime");
        return result;
    }

private:
    static constexpr const char *kRecord = "cudaEventRecord";
    const Device &m_device;
    cudaEvent_t m_begin = nullptr;
    cudaEvent_t m_end = nullptr;
};

/// Units that know nothing of each other and are on as often as asked.
RbmParameters independentUnits(std::size_t visible, std::size_t hidden) {
    RbmParameters p = RbmParameters::zeros(visible, hidden);
    const auto bias = static_cast<float>(std::log(kActivity / (1 - kActivity)));
    std::fill(p.visibleBias.begin(), p.visibleBias.end(), bias);
    std::fill(p.hiddenBias.begin(), p.hiddenBias.end(), bias);
    return p;
}

/// Sweeps of chains of a model of its own.
class Trial {
public:
    Trial(const Device &device, const CudaModel &model, std::size_t chains)
        : m_device(device), m_model(device, model.mayRound()), m_sweeper(device),
          m_chains(device, chains, model.visibleUnits(), model.hiddenUnits()), m_watch(device) {
        m_model.setParameters(independentUnits(model.visibleUnits(), model.hiddenUnits()));
        m_sweeper.reserve(m_model, chains);
    }

    /// Recorded, as updates are.
    float milliseconds(SweepWay way) {
        std::unique_ptr<const Replay> &replay = m_replays[way];
        if (replay == nullptr) {
            sweep(way);
            replay = std::make_unique<Replay>(m_device, [&] { sweep(way); });
        }
        m_watch.start();
        for (int launch = 0; launch < kLaunches; ++launch) {
            replay->launch();
        }
        return m_watch.milliseconds();
    }

private:
    void sweep(SweepWay way) const {
        SweepTask task;
        task.first = visibleLayer(m_model, m_chains.visible.data(), Purpose::TrainingVisible);
        task.second = hiddenLayer(m_model, m_chains.hidden.data(), Purpose::TrainingHidden);
        task.chains = m_chains.count();
        task.count = kSweeps;
        m_model.changed(); // in training its weights do, too
        m_sweeper.run(m_model, way, task);
    }

    const Device &m_device;
    CudaModel m_model;
    Sweeper m_sweeper;
    CudaChains m_chains;
    Stopwatch m_watch;
    std::map<SweepWay, std::unique_ptr<const Replay>> m_replays;
};

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
    load();
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
    const auto known = m_known.find(key);
    if (known != m_known.end() &&
        std::find(ways.begin(), ways.end(), known->second) != ways.end()) {
        return known->second;
    }
    const SweepWay found = measured(model, chains);
    m_known[key] = found;
    keep(key, found);
    return found;
}

/// In turns, so that a card that wakes up slows down all ways alike. Without room for the trial the
/// rule of thumb has to do.
SweepWay SweepChoice::measured(const CudaModel &model, std::size_t chains) const {
    const SweepWay rule = model.usualWay(chains);
    try {
        Trial trial(m_device, model, chains);
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

std::string SweepChoice::keyOf(const CudaModel &model, std::size_t chains) const {
    return m_card + " " + std::to_string(model.visibleUnits()) + " " +
           std::to_string(model.hiddenUnits()) + " " + std::to_string(chains);
}

/// Lines of a key and a way. What is none of ours is left alone; of two for a key the first holds,
/// as the program that wrote the second uses its own until it ends.
void SweepChoice::load() {
    std::ifstream file(cacheFolder() / kFile);
    std::string line;
    while (std::getline(file, line)) {
        const std::size_t space = line.rfind(' ');
        const auto way =
            space == std::string::npos ? std::nullopt : sweepWayOf(line.substr(space + 1));
        if (way) {
            m_known.emplace(line.substr(0, space), *way);
        }
    }
}

/// Where it cannot be kept it is measured once more next time.
void SweepChoice::keep(const std::string &key, SweepWay way) const {
    std::error_code ignored;
    std::filesystem::create_directories(cacheFolder(), ignored);
    std::ofstream file(cacheFolder() / kFile, std::ios::app);
    file << key + " " + nameOf(way) + "\n" << std::flush;
}

} // namespace rbm::cuda
