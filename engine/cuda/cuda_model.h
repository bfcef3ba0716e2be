#pragma once

#include "engine/backend/backend.h"
#include "engine/cuda/device.h"
#include "engine/cuda/kernels.h"
#include "engine/cuda/sweep_kernel.h"

#include <cstddef>
#include <span>
#include <vector>

namespace rbm::cuda {

/// The parameters on the card, or as many numbers of another meaning.
struct DeviceParameters {
    DeviceArray<float> weights;     ///< [V, H]
    DeviceArray<float> visibleBias; ///< [V]
    DeviceArray<float> hiddenBias;  ///< [H]
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
    explicit CudaModel(const Device &device) : m_device(device) {}

    void setParameters(const RbmParameters &parameters);
    RbmParameters parameters() const { return download(m_parameters); }
    void setMomentum(const RbmParameters &momentum) { upload(momentum, m_momentum); }
    RbmParameters momentum() const { return download(m_momentum); }

    std::size_t visibleUnits() const { return m_visible; }
    std::size_t hiddenUnits() const { return m_hidden; }
    const DeviceParameters &values() const { return m_parameters; }
    /// W by hidden units, [H, V]; follow() keeps it.
    const DeviceArray<float> &transposedWeights() const { return m_transposed; }
    /// After the card changed the weights.
    void follow() const;
    const DeviceParameters &momentumValues() const { return m_momentum; }

    /// out [rows, H] = v.W.
    void hiddenInputs(const float *visible, std::size_t rows, float *out) const;
    /// out [rows, V] = h.W^T.
    void visibleInputs(const float *hidden, std::size_t rows, float *out) const;

private:
    void upload(const RbmParameters &from, const DeviceParameters &to) const;
    RbmParameters download(const DeviceParameters &from) const;

    const Device &m_device;
    std::size_t m_visible = 0;
    std::size_t m_hidden = 0;
    DeviceParameters m_parameters;
    DeviceParameters m_momentum;
    DeviceArray<float> m_transposed;
};

/// Layers for sweepChains(), with the model's weights and biases.
SweepLayer visibleLayer(const CudaModel &model, float *states, Purpose purpose);
SweepLayer hiddenLayer(const CudaModel &model, float *states, Purpose purpose);

} // namespace rbm::cuda
