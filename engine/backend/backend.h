#pragma once

#include "engine/data/dataset.h"
#include "engine/model/parameters.h"
#include "engine/random/philox.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rbm {

/// Which backend this is, in words for people.
struct BackendInfo {
    std::string name;   ///< "CPU", "CUDA", "reference"
    std::string device; ///< processor or card
    std::string detail; ///< instruction set, memory
    std::size_t threads = 1;
};

/// One mini-batch: which images, and their bytes after the choice of pixels.
struct MiniBatch {
    std::span<const std::uint32_t> rows; ///< [N], indices into the training set
    /// [N, V], 0 to 255; empty: the backend takes the rows of the images that it keeps.
    std::span<const std::uint8_t> pixels;
    std::uint64_t epoch = 0; ///< numbers the draws of sampled pixels, where it takes them itself
};

/// How an update is made. The first two members alone are the original's: SGD with
/// m = momentum * m - step * gradient; parameter += m, on the mean gradient.
struct UpdateRule {
    float step = 0;
    float momentum = 0;
    bool nesterov = false; ///< parameter += momentum * m - step * gradient (Sutskever et al. 2013)
    /// L2: its product with W joins the gradient of W, where centred that of the centred model,
    /// whose biases it leaves alone.
    float weightDecay = 0;
    std::size_t chains = 0;   ///< how many, from the first, take part; 0: as many as images
    bool startAtData = false; ///< CD-k (Hinton 2002): chains start at h ~ P(h | v_data)
    /// mu, [V]: the centred gradient (Melchior, Fischer & Wiskott 2016), with the
    /// backend's hiddenOffsets() for lambda; empty: not centred.
    std::span<const float> visibleOffsets = {};
    float offsetRate = 0.01F; ///< lambda += offsetRate * (mean of P(h | v_data) - lambda), before
    /// sparsityCost * (mean of P(h | v_data) - sparsityTarget) joins the gradient of c
    /// (Lee, Ekanadham & Ng 2008; Hinton 2010).
    float sparsityCost = 0;
    float sparsityTarget = 0;
    /// Fast weights (Tieleman & Hinton 2009): the chains see parameters + fast parameters, and
    /// fast = fastKeep * fast - fastStep * gradient, without the decay's and sparsity's shares.
    bool fast = false;
    float fastStep = 0;
    float fastKeep = 0.95F;
};

/// The binary states of some chains, one byte a unit, 0 or 1.
struct ChainStates {
    std::size_t count = 0;
    std::vector<std::uint8_t> visible; ///< [count, V]
    std::vector<std::uint8_t> hidden;  ///< [count, H]

    bool operator==(const ChainStates &) const = default;
};

/// Chains held by a backend, in its own layout. Only the backend that made
/// them can read them; they must not outlive it.
class Chains {
public:
    virtual ~Chains() = default;
    virtual std::size_t count() const = 0;
};

/// How to run Gibbs sweeps.
struct Sweeps {
    std::size_t count = 1;       ///< how many
    std::uint64_t firstStep = 0; ///< number of the first, the RNG's step; the next call adds count
    Purpose purpose = Purpose::WatchedChains;
    std::uint64_t seed = 0;
    std::uint32_t firstChain = 0; ///< the RNG's number of chain 0
    /// Inverse temperature: h ~ sigmoid(beta (c + v.W)), then
    /// v ~ sigmoid(beta (W.h + b) + (1 - beta) b) = sigmoid(b + beta W.h).
    float beta = 1;
    /// 1 where the visible unit keeps its state: [V] for all chains, or [count, V] with a
    /// row for each; empty: none is held.
    std::span<const std::uint8_t> clamped = {};
};

/// How to anneal chains between a base model at inverse temperature 0, an RBM
/// without weights whose biases are a (visible) and d (hidden), and the RBM at 1:
/// log p*_beta(v) = (1 - beta) a.v + beta b.v
///                  + sum_j softplus((1 - beta) d_j + beta (c_j + v.W_j)).
struct Annealing {
    /// [T + 1], in [0, 1]; the chains' visible states stand for the first.
    std::span<const float> betas;
    std::span<const float> visibleBase; ///< a, [V]
    std::span<const float> hiddenBase;  ///< d, [H]
    Purpose purpose = Purpose::Ais;
    std::uint64_t seed = 0;
    std::uint64_t firstStep = 1;  ///< of the random draws; a step per temperature
    std::uint32_t firstChain = 0; ///< the RNG's number of chain 0
};

/// Seconds that pcdUpdate() spent in its parts since the backend was made, as
/// one of its threads saw them.
struct UpdateTimes {
    double positive = 0;   ///< P(h | v_data)
    double chains = 0;     ///< the k Gibbs sweeps
    double statistics = 0; ///< gradient, momentum and the new parameters
};

/// The boundary to a processor, in the words of the domain. One instance
/// holds one RBM with its momentum. Not thread-safe: one thread at a time calls
/// it. Every method throws Error when the device fails or shapes do not fit.
///
/// Randomness: each draw is a pure function of (seed, purpose, step, chain,
/// unit), see random/philox.h; results do not depend on threads or slicing.
class Backend {
public:
    virtual ~Backend() = default;

    virtual BackendInfo info() const = 0;

    /// Whether models and chains lie in main memory, not in that of a card.
    virtual bool isInMainMemory() const { return true; }

    /// Waits until all that was asked for is done, where a backend works beside its caller. What
    /// failed on the way is thrown then.
    virtual void wait() {}

    /// False while the parameters are such that the chains run several times slower than they
    /// could: on the CPU where the weights have outgrown its 16-bit sums (scales.h).
    virtual bool hasFastChains() const { return true; }

    /// Takes the parameters and sets the momentum to zero.
    virtual void setParameters(const RbmParameters &parameters) = 0;
    virtual RbmParameters parameters() const = 0;

    /// The parameters that gibbs(), the chains of pcdUpdate() and hiddenLogSums()
    /// work with: exactly those of an RBM, near parameters() where a backend
    /// rounds them for its chains.
    virtual RbmParameters sampledParameters() const { return parameters(); }

    /// The momentum has the parameters' shapes.
    virtual void setMomentum(const RbmParameters &momentum) = 0;
    virtual RbmParameters momentum() const = 0;

    /// Those that chains see added to the parameters where an update's rule is fast. They have
    /// the parameters' shapes; setParameters() sets them to zero.
    virtual void setFastParameters(const RbmParameters &fast) = 0;
    virtual RbmParameters fastParameters() const = 0;
    /// As sampledParameters(), for the chains of an update whose rule is fast.
    virtual RbmParameters sampledWithFast() const = 0;

    /// lambda of the centred gradient, [H]; setParameters() sets it to 1/2.
    virtual void setHiddenOffsets(std::span<const float> offsets) = 0;
    virtual std::vector<float> hiddenOffsets() const = 0;

    /// Copies the images to where the backend computes, so that mini-batches need to name but
    /// their rows. The pixels are chosen then as BatchLoader chooses them with this seed. False
    /// where nothing would be won, or where there is no room: then each batch brings its pixels.
    virtual bool keepImages(const Dataset & /*images*/, Pixels /*pixels*/, std::uint64_t /*seed*/) {
        return false;
    }

    /// New chains, all units 0.
    virtual std::unique_ptr<Chains> makeChains(std::size_t count) = 0;
    virtual void setStates(Chains &chains, const ChainStates &states) = 0;
    virtual ChainStates states(const Chains &chains) const = 0;

    /// Chain n of `a` and chain n of `b` change places where which[n] is not 0. Both have as
    /// many chains as `which`; `a` and `b` are not the same.
    virtual void swapStates(Chains &a, Chains &b, std::span<const std::uint8_t> which) = 0;

    /// One PCD-k update (Tieleman 2008) on `batch`: the first M chains, as many as
    /// images unless the rule says otherwise, make k sweeps from their hidden states
    /// (v ~ P(v | h), then h ~ P(h | v)); then
    /// dW = v_neg^T h_neg / M - v_data^T P(h | v_data) / N and likewise b, c.
    /// `update` counts from 0 and numbers the sweeps' random draws.
    virtual void pcdUpdate(Chains &persistent, const MiniBatch &batch, std::size_t k,
                           const UpdateRule &rule, std::uint64_t seed, std::uint64_t update) = 0;

    /// All zero where a backend does not measure its parts.
    virtual UpdateTimes updateTimes() const { return {}; }

    /// Gibbs sweeps in the order h ~ P(h | v), then v ~ P(v | h), from the
    /// chains' visible states.
    virtual void gibbs(Chains &chains, const Sweeps &sweeps) = 0;

    /// P(v = 1 | h) of the chains' present hidden states at beta 1, [count, V].
    virtual std::vector<float> visibleProbabilities(const Chains &chains) const = 0;

    /// For each chain log p*_beta(v) of its visible state, without b.v:
    /// sum_j softplus(beta (c_j + (v.W)_j)), nats; out is [count].
    virtual void hiddenLogSums(const Chains &chains, float beta, std::span<double> out) const = 0;

    /// Annealed importance sampling (Neal 2001). For n = 1 to T each chain adds
    /// log p*_{beta_n}(v) - log p*_{beta_{n-1}}(v) to its log weight, then makes one
    /// Gibbs sweep at beta_n (h, then v). A temperature that is repeated costs but
    /// the sweep. The parameters are sampledParameters();
    /// logWeights is [count], nats.
    virtual void anneal(Chains &chains, const Annealing &annealing,
                        std::span<double> logWeights) = 0;

    /// Free energies F(v) in nats of `pixels` / 255, [n, V] bytes; out is [n].
    virtual void freeEnergies(std::span<const std::uint8_t> pixels,
                              std::span<double> out) const = 0;

    /// P(h = 1 | v) of `pixels` / 255, [n, V] bytes; out is [n, H].
    virtual void hiddenProbabilities(std::span<const std::uint8_t> pixels,
                                     std::span<float> out) const = 0;
};

} // namespace rbm
