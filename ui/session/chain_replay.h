#pragma once

#include "engine/backend/backend.h"
#include "engine/sampling/chain_history.h"
#include "engine/sampling/gibbs_sampler.h"
#include "ui/session/snapshot.h"

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace rbm {

/// Where watched chains start.
struct ChainStart {
    ByteTiles images; ///< [count, V]
    /// 1 where the start's pixel is held: [V] for all chains, or [count, V] with a row for
    /// each; null: none is.
    ByteTiles clamped;
    quint64 seed = 0;
};

/// All that the steps of watched chains follow from, up to one moment.
struct ChainRecord {
    ChainStart start;
    RbmParameters parameters;                       ///< with all units
    std::vector<std::vector<std::uint32_t>> models; ///< each a list of units that are off
    ChainHistory history;
    std::size_t count = 0;    ///< of chains
    std::uint64_t newest = 0; ///< the last step that was made
    std::uint64_t update = 0; ///< whose parameters they are
    double epoch = 0;
};

/// Makes the steps of a record again, bit for bit, on a backend of its own, while the chains go
/// on elsewhere. Belongs to one thread, whichever; every method may throw Error.
class ChainReplay {
public:
    using MakeBackend = std::function<std::unique_ptr<Backend>()>;
    /// `makeBackend` is called with the first step, on the thread that asks for it.
    ChainReplay(ChainRecord record, MakeBackend makeBackend);

    const ChainRecord &record() const { return m_record; }
    /// P(v = 1 | h) of this step, [count, V]; quick where steps are asked for in their order.
    std::vector<float> probabilities(std::uint64_t step);

private:
    void begin();
    void useModel(std::uint32_t model);

    ChainRecord m_record;
    MakeBackend m_makeBackend;
    std::unique_ptr<Backend> m_backend;
    std::optional<GibbsSampler> m_chains; ///< go before the backend
    std::optional<std::uint32_t> m_model; ///< the one that the backend has
};

} // namespace rbm
