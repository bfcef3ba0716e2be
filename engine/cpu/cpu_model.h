#pragma once

#include "engine/backend/backend.h"
#include "engine/cpu/layer.h"
#include "engine/cpu/thread_pool.h"

#include <cstdint>
#include <vector>

namespace rbm::cpu {

/// What an update's gradient is made of, for N images and chains.
struct Phases {
    const MiniBatch &batch;
    const std::vector<float> &positive;               ///< P(h = 1 | v_data), [N, padded H]
    const std::vector<std::uint8_t> &negativeVisible; ///< [at least N, padded V]
    const std::vector<float> &negativeHidden;         ///< 0 or 1, [N, padded H]
};

/// The parameters and their momentum in the layout of the kernels: the weights
/// twice, once for each direction. The padding is always zero.
class CpuModel {
public:
    /// Sets the momentum to zero. Throws Error where the arrays do not fit.
    void setParameters(const RbmParameters &p);
    RbmParameters parameters() const;
    void setMomentum(const RbmParameters &m);
    RbmParameters momentum() const;

    const Layer &visible() const { return m_visible; } ///< weights: W transposed, [H, padded V]
    const Layer &hidden() const { return m_hidden; }   ///< weights: W, [V, padded H]

    /// Differs, and is not 0, after each change of the parameters.
    std::uint64_t version() const { return m_version; }

    /// One step of SGD with momentum against the mean gradient of the phases.
    void update(const Phases &phases, const UpdateRule &rule, ThreadPool &pool);

private:
    void spread(const std::vector<float> &from, std::vector<float> &to) const;
    RbmParameters gather(const std::vector<float> &b, const std::vector<float> &c,
                         const std::vector<float> &w) const;
    void transposeWeights(std::size_t begin, std::size_t end);
    std::vector<float> difference(const Active &on, const std::vector<float> &negative,
                                  const Active &lit, const float *value,
                                  const std::vector<float> &positive) const;
    float updateWeightRow(std::size_t i, const Phases &phases, const UpdateRule &rule);
    void clearPadding();

    std::uint64_t m_version = 1;
    Layer m_visible;
    Layer m_hidden;
    std::vector<float> m_visibleMomentum;
    std::vector<float> m_hiddenMomentum;
    std::vector<float> m_weightMomentum;
};

} // namespace rbm::cpu
