#pragma once

#include "engine/cuda/cuda_model.h"

#include <span>
#include <vector>

namespace rbm::cuda {

/// The gradient of an update on the card. Its two halves, the data's and the chains', are computed
/// one after the other, the first on any stream of the card.
class Gradient {
public:
    Gradient(const Device &device, const CudaModel &model) : m_device(device), m_model(model) {}

    /// After the model got parameters, maybe of other shapes; lambda becomes 1/2. Whether they
    /// were.
    bool reset();
    /// Whether there is room for so many images, and for weight decay that is centred.
    bool holds(std::size_t images, bool decays) const;
    void reserve(std::size_t images, bool decays);

    const DeviceArray<float> &hiddenOffsets() const { return m_lambda; }
    void setVisibleOffsets(std::span<const float> offsets);

    float *data() const { return m_data.data(); }             ///< v_data, [N, V]
    float *dataHidden() const { return m_dataHidden.data(); } ///< P(h | v_data), [N, H]
    const DeviceParameters &values() const { return m_values; }

    // All that follows can be captured.

    /// W = -v_data^T P(h | v_data) / N, and the means of both, of data() and dataHidden().
    void takeData(const Device &stream, std::size_t images) const;
    /// W += v^T h / M, and b and c.
    void addChains(const float *visible, const float *hidden, std::size_t chains) const;
    /// Moves lambda; then W -= b lambda^T + mu c^T, where b and c are those before, and the biases'
    /// part.
    void centre(const UpdateScalars *scalars) const;
    void addSparsity(const UpdateScalars *scalars) const;
    /// moveParameters() adds the decay of W; here the biases lose its part, as they lose that of
    /// dW. Fast parameters have none of it.
    void centreDecay(const UpdateScalars *scalars) const;

private:
    void takeFromBiases(const float *weights) const;
    const float *visibleMeans() const { return m_means.data(); }
    const float *hiddenMeans() const { return m_means.data() + m_model.visibleUnits(); }

    const Device &m_device;
    const CudaModel &m_model;
    DeviceArray<float> m_data;       ///< [N, V]
    DeviceArray<float> m_dataHidden; ///< [N, H]
    DeviceArray<float> m_means;      ///< of both, [V + H]
    DeviceParameters m_values;
    DeviceArray<float> m_mu;     ///< [V]
    DeviceArray<float> m_lambda; ///< [H]
    DeviceArray<float> m_decay;  ///< [V, H]; empty where no update centred it
    std::vector<float> m_sentMu; ///< what m_mu holds
};

} // namespace rbm::cuda
