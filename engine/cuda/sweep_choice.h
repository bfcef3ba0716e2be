#pragma once

#include "engine/cuda/cuda_model.h"
#include "engine/cuda/sweep_way.h"

#include <cstddef>
#include <optional>
#include <string>

namespace rbm::cuda {

class SweepTrial;

/// Which way of making sweeps is the fastest on this card, for each shape of a model and each
/// number of chains: measured at the first use and kept in the user's cache folder. The ways
/// add up in different orders, so the same seed gives the same bits as long as the choice
/// stays: which is why it does not depend on how many sweeps are made together, why it is kept, and
/// why it goes against the rule of thumb only where that gains a tenth. Before they are
/// timed, all have to make the processor's states of a model whose sums are exact. All threads
/// of a program share what is known.
class SweepChoice {
public:
    SweepChoice(const Device &device, std::optional<SweepWay> wanted);

    /// Throws DeviceError where a way makes wrong states.
    SweepWay way(const CudaModel &model, std::size_t chains);

    /// As in a new program, for tests.
    static void forgetAll();

private:
    std::string keyOf(const CudaModel &model, std::size_t chains) const;
    SweepWay measured(const CudaModel &model, std::size_t chains) const;
    void requireRight(SweepTrial &trial, SweepWay way) const;
    static void keep(const std::string &key, SweepWay way);

    const Device &m_device;
    std::optional<SweepWay> m_wanted;
    std::string m_card;
};

} // namespace rbm::cuda
