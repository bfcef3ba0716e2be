#pragma once

#include "engine/backend/backend.h"
#include "engine/cuda/device.h"
#include "engine/cuda/kernels.h"
#include "engine/cuda/rounded_weights.h"
#include "engine/cuda/sweep_kernel.h"
#include "engine/cuda/sweep_way.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rbm::cuda {

/// The parameters on the card, or as many numbers of another meaning: in one array, so that one
/// kernel can go over all. What lies between its parts means nothing.
class DeviceParameters {
public:
    DeviceParameters() = default;
    /// All zero.
    DeviceParameters(const Device &device, std::size_t visible, std::size_t hidden);

    const DeviceArray<float> &all() const { return m_all; }
    float *weights() const { return m_all.data(); }                       ///< [V, H]
    float *visibleBias() const { return m_all.data() + m_visibleBiasAt; } ///< [V]
    float *hiddenBias() const { return m_all.data() + m_hiddenBiasAt; }   ///< [H]
    std::size_t visibleBiasAt() const { return m_visibleBiasAt; }         ///< in all()
    std::size_t hiddenBiasAt() const { return m_hiddenBiasAt; }
    std::size_t weightCount() const { return m_weightCount; } ///< V H
    bool isEmpty() const { return m_all.size() == 0; }

private:
    std::size_t m_weightCount = 0;
    std::size_t m_visibleBiasAt = 0;
    std::size_t m_hiddenBiasAt = 0;
    DeviceArray<float> m_all;
};

/// The states of a layer or a whole chain, 0 or 1, in float for cuBLAS.
class CudaChains final : public Chains {
public:
    CudaChains(const Device &device, std::size_t chains, std::size_t visibleUnits,
               std::size_t hiddenUnits);
    std::size_t count() const override { return m_count; }

    DeviceArray<float> visible; ///< [count, V]
    DeviceArray<float> hidden;  ///< [count, H]

private:
    std::size_t m_count;
};

/// One RBM on the card with its momentum, and the half-steps of its chains.
class CudaModel {
public:
    /// `mayRound`: whether its chains may see rounded weights, where that is of use.
    CudaModel(const Device &device, bool mayRound) : m_device(device), m_mayRound(mayRound) {}

    void setParameters(const RbmParameters &parameters);
    RbmParameters parameters() const { return download(m_parameters); }
    /// With the weights that chains see: rounded where clusters of blocks run them.
    RbmParameters sampledParameters() const;
    void setMomentum(const RbmParameters &momentum) { upload(momentum, m_momentum); }
    RbmParameters momentum() const { return download(m_momentum); }

    std::size_t visibleUnits() const { return m_visible; }
    std::size_t hiddenUnits() const { return m_hidden; }
    const DeviceParameters &values() const { return m_parameters; }
    /// W by hidden units, [H, V], for sweepChains(); follow() keeps it. Empty where chains see
    /// rounded weights, or where the model does not fit that kernel.
    const DeviceArray<float> &transposedWeights() const { return m_transposed; }
    /// For sweepClusters(); follow() keeps them. Null where clusters do not fit the model.
    const RoundedWeights *rounded() const { return m_rounds ? &m_rounded : nullptr; }
    /// The weights that chains see, [V, H]: W, or what it is rounded to.
    const float *chainWeights() const;
    /// Lets the card make from W what the chains need, after it changed. Can be captured.
    void follow() const;
    /// After work that changed W was queued.
    void changed() const { m_isStale = true; }
    const DeviceParameters &momentumValues() const { return m_momentum; }

    /// out [rows, H] = v.W on a stream of the card, for values().weights() or chainWeights().
    void hiddenInputs(const Device &stream, const float *weights, const float *visible,
                      std::size_t rows, float *out) const;
    /// out [rows, V] = h.W^T.
    void visibleInputs(const Device &stream, const float *weights, const float *hidden,
                       std::size_t rows, float *out) const;

    bool mayRound() const { return m_mayRound; }
    /// The ways that its sweeps can be made on this card.
    std::vector<SweepWay> ways() const;
    /// The one of these that a rule of thumb takes.
    SweepWay usualWay(std::size_t chains) const;

    /// Between the host and arrays of the model's shapes. Throws Error where `from` has others.
    void upload(const RbmParameters &from, const DeviceParameters &to) const;
    RbmParameters download(const DeviceParameters &from) const;

private:
    void takeShapes(std::size_t visible, std::size_t hidden);

    const Device &m_device;
    std::size_t m_visible = 0;
    std::size_t m_hidden = 0;
    DeviceParameters m_parameters;
    DeviceParameters m_momentum;
    DeviceArray<float> m_transposed;
    bool m_mayRound;
    bool m_rounds = false;
    RoundedWeights m_rounded;
    DeviceArray<float> m_roundedValues; ///< [V, H]; made when they are asked for
    mutable bool m_isStale = true;      ///< those
    mutable PageLocked m_landing;       ///< where downloads come to
};

/// Layers for sweepChains(), with the model's weights and biases.
SweepLayer visibleLayer(const CudaModel &model, float *states, Purpose purpose);
SweepLayer hiddenLayer(const CudaModel &model, float *states, Purpose purpose);

} // namespace rbm::cuda
