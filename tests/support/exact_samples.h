#pragma once

#include "engine/data/dataset.h"
#include "engine/model/parameters.h"

#include <cstdint>
#include <memory>

namespace rbm::test {

/// Independent exact samples of a model with at most 16 hidden units, as images
/// of V x 1 pixels, 0 or 255: the hidden states are drawn from their enumerated
/// distribution, then the visible ones.
std::shared_ptr<const Dataset> exactSamples(const RbmParameters &model, std::size_t count,
                                            std::uint64_t seed);

} // namespace rbm::test
