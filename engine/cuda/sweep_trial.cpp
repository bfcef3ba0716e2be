#include "engine/cuda/sweep_trial.h"

#include "engine/cuda/unit_math.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace rbm::cuda {

namespace {

constexpr std::size_t kChecked = 2;  ///< sweeps
constexpr std::size_t kTimed = 8;    ///< sweeps of a launch
constexpr int kLaunches = 4;         ///< that are timed together
constexpr std::size_t kWatched = 16; ///< chains at the begin and at the end

/// How many of the units are on. A new model's half would be unfair to the way that reads the
/// weights of these alone.
constexpr double kActivity = 0.2;

constexpr int kLargest = 7; ///< whole number of a weight
constexpr auto kBackward = Purpose::TrainingVisible;
constexpr auto kForward = Purpose::TrainingHidden;

/// So that inputs differ by about 1 from unit to unit: chains that hardly depended on their states
/// would soon forget what went wrong.
float unitOfWeights(std::size_t units) {
    const double spread = std::sqrt(kLargest * (kLargest + 1) / 3.0 * kActivity *
                                    static_cast<double>(std::max<std::size_t>(units, 1)));
    return std::exp2(-std::round(static_cast<float>(std::log2(spread))));
}

RbmParameters exactParameters(std::size_t visible, std::size_t hidden) {
    RbmParameters p = RbmParameters::zeros(visible, hidden);
    const auto bias = static_cast<float>(std::log(kActivity / (1 - kActivity)));
    std::fill(p.visibleBias.begin(), p.visibleBias.end(), bias);
    std::fill(p.hiddenBias.begin(), p.hiddenBias.end(), bias);
    const float unit = unitOfWeights(std::max(visible, hidden));
    std::minstd_rand numbers;
    std::generate(p.weights.begin(), p.weights.end(), [&] {
        return unit *
               static_cast<float>(static_cast<int>(numbers() % (2 * kLargest + 1)) - kLargest);
    });
    return p;
}

std::vector<std::size_t> firstAndLast(std::size_t chains) {
    std::vector<std::size_t> result;
    for (std::size_t chain = 0; chain < chains; ++chain) {
        if (chain < kWatched || chain + kWatched >= chains) {
            result.push_back(chain);
        }
    }
    return result;
}

std::vector<std::size_t> unitsThatAreOn(const std::vector<float> &states) {
    std::vector<std::size_t> on;
    for (std::size_t unit = 0; unit < states.size(); ++unit) {
        if (states[unit] != 0) {
            on.push_back(unit);
        }
    }
    return on;
}

/// A chain on the processor, as sweepChains() has it.
class PlainChain {
public:
    PlainChain(const RbmParameters &parameters, std::size_t number)
        : m_parameters(parameters), m_number(static_cast<std::uint32_t>(number)),
          m_visible(parameters.visible), m_hidden(parameters.hidden) {}

    void sweep(std::uint64_t step) {
        const std::vector<float> &weights = m_parameters.weights;
        std::vector<float> inputs(m_visible.size());
        std::vector<std::size_t> on = unitsThatAreOn(m_hidden);
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            for (const std::size_t j : on) {
                inputs[i] += weights[i * m_hidden.size() + j];
            }
        }
        draw(inputs, m_parameters.visibleBias, kBackward, step, m_visible);
        inputs.assign(m_hidden.size(), 0);
        on = unitsThatAreOn(m_visible);
        for (const std::size_t i : on) {
            for (std::size_t j = 0; j < inputs.size(); ++j) {
                inputs[j] += weights[i * m_hidden.size() + j];
            }
        }
        draw(inputs, m_parameters.hiddenBias, kForward, step, m_hidden);
    }
    const std::vector<float> &visible() const { return m_visible; }
    const std::vector<float> &hidden() const { return m_hidden; }

private:
    void draw(const std::vector<float> &inputs, const std::vector<float> &bias, Purpose purpose,
              std::uint64_t step, std::vector<float> &states) const {
        const Draw draw{0, purpose, step, m_number};
        for (std::uint32_t unit = 0; unit < states.size(); ++unit) {
            const bool on = isOn(inputs[unit] + bias[unit], draw, unit, highBits(draw, unit));
            states[unit] = on ? 1.0F : 0.0F;
        }
    }

    const RbmParameters &m_parameters;
    std::uint32_t m_number;
    std::vector<float> m_visible;
    std::vector<float> m_hidden;
};

std::vector<float> plainStates(const RbmParameters &parameters,
                               const std::vector<std::size_t> &watched) {
    std::vector<float> result;
    for (const std::size_t number : watched) {
        PlainChain chain(parameters, number);
        for (std::size_t step = 0; step < kChecked; ++step) {
            chain.sweep(step);
        }
        result.insert(result.end(), chain.visible().begin(), chain.visible().end());
        result.insert(result.end(), chain.hidden().begin(), chain.hidden().end());
    }
    return result;
}

void appendRow(std::vector<float> &to, const std::vector<float> &rows, std::size_t row,
               std::size_t units) {
    const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(row * units);
    to.insert(to.end(), begin, begin + static_cast<std::ptrdiff_t>(units));
}

} // namespace

SweepTrial::SweepTrial(const Device &device, const CudaModel &model, std::size_t chains)
    : m_device(device), m_parameters(exactParameters(model.visibleUnits(), model.hiddenUnits())),
      m_watched(firstAndLast(chains)), m_expected(plainStates(m_parameters, m_watched)),
      m_model(device, model.mayRound()), m_sweeper(device),
      m_chains(device, chains, model.visibleUnits(), model.hiddenUnits()) {
    m_model.setParameters(m_parameters);
    m_sweeper.reserve(m_model, chains);
    m_device.check(cudaEventCreateWithFlags(&m_begin, cudaEventDefault), "cudaEventCreate");
    const cudaError_t error = cudaEventCreateWithFlags(&m_end, cudaEventDefault);
    if (error != cudaSuccess) {
        cudaEventDestroy(m_begin);
    }
    m_device.check(error, "cudaEventCreate");
}

SweepTrial::~SweepTrial() {
    cudaEventDestroy(m_begin);
    cudaEventDestroy(m_end);
}

bool SweepTrial::isRight(SweepWay way) {
    m_chains.visible.setZero();
    m_chains.hidden.setZero();
    sweep(way, kChecked);
    const std::vector<float> visible = m_chains.visible.download();
    const std::vector<float> hidden = m_chains.hidden.download();
    std::vector<float> found;
    for (const std::size_t chain : m_watched) {
        appendRow(found, visible, chain, m_model.visibleUnits());
        appendRow(found, hidden, chain, m_model.hiddenUnits());
    }
    return found == m_expected;
}

/// Recorded, as updates are.
float SweepTrial::milliseconds(SweepWay way) {
    std::unique_ptr<const Replay> &replay = m_replays[way];
    if (replay == nullptr) {
        sweep(way, kTimed);
        replay = std::make_unique<Replay>(m_device, [&] { sweep(way, kTimed); });
    }
    m_device.check(cudaEventRecord(m_begin, m_device.stream()), "cudaEventRecord");
    for (int launch = 0; launch < kLaunches; ++launch) {
        replay->launch();
    }
    m_device.check(cudaEventRecord(m_end, m_device.stream()), "cudaEventRecord");
    m_device.check(cudaEventSynchronize(m_end), "cudaEventSynchronize");
    float result = 0;
    m_device.check(cudaEventElapsedTime(&result, m_begin, m_end), "cudaEventElapsedTime");
    return result;
}

void SweepTrial::sweep(SweepWay way, std::size_t count) const {
    SweepTask task;
    task.first = visibleLayer(m_model, m_chains.visible.data(), kBackward);
    task.second = hiddenLayer(m_model, m_chains.hidden.data(), kForward);
    task.chains = m_chains.count();
    task.count = count;
    m_model.changed(); // in training its weights do, too
    m_sweeper.run(m_model, way, task);
}

} // namespace rbm::cuda
