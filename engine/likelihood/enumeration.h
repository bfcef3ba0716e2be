#pragma once

#include "engine/model/parameters.h"

#include <cstdint>
#include <vector>

namespace rbm {

/// An RBM of which one side is enumerated, the other one summed out in closed
/// form, in double precision.
struct Sides {
    std::vector<double> enumeratedBias; ///< [E]
    std::vector<double> summedBias;     ///< [S]
    std::vector<double> weights;        ///< [E, S]
};

/// The unnormalised weights exp(-F) of all states of a model's smaller side, in
/// blocks of a fixed number of states. The blocks are independent of one
/// another and may be asked for from any thread.
class Enumeration {
public:
    explicit Enumeration(const RbmParameters &parameters);

    std::uint64_t blocks() const { return std::uint64_t{1} << m_highUnits; }

    /// log of the sum of exp(-F) over the states of a block, which is less than
    /// blocks(). Finite wherever the parameters are.
    double blockLogSum(std::uint64_t block) const;

    /// log of the times that each state of the model occurs in the blocks.
    double logCopies() const;

    /// How long enumeration takes, in the updates of one factor that it makes.
    static double cost(const RbmParameters &parameters);

private:
    std::vector<double> oddsOf(std::uint64_t block) const;
    void addTame(std::uint64_t block, double *logs) const;
    void addWild(std::uint64_t block, double *logs) const;

    std::size_t m_copiedUnits = 0;
    std::size_t m_highUnits = 0;
    Sides m_tame; ///< the summed units whose odds are safe in any state
    Sides m_wild; ///< the others
    std::vector<std::size_t> m_runs;
    std::vector<double> m_columns;   ///< odds by the low units, [tiles, tame, kTileColumns]
    std::vector<double> m_rows;      ///< odds by the middle units, [tiles, tame, kTileRows]
    std::vector<double> m_blockBias; ///< of the enumerated side, [kBlockStates]
};

} // namespace rbm
