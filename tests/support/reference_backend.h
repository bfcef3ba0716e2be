#pragma once

#include "engine/backend/backend.h"

#include <memory>

namespace rbm::test {

/// Plain loops in double precision over unpadded arrays: the oracle for every
/// fast backend. `closest` tells how near any draw so far came to its
/// threshold, relative to the smaller of p and 1 - p.
class ReferenceBackend : public Backend {
public:
    virtual double closest() const = 0;

    /// From now to the next setParameters() the chains sample from these rather
    /// than from parameters(), as those of a backend that rounds do.
    virtual void sampleFrom(const RbmParameters &rounded) = 0;
};

std::unique_ptr<ReferenceBackend> makeReferenceBackend();

/// Parameters with weights from N(0, scale^2), biases from N(-0.5, 0.25).
RbmParameters randomModel(std::size_t visible, std::size_t hidden, double scale,
                          std::uint64_t seed);

/// Of all parameters; both have the same shapes.
RbmParameters sum(RbmParameters a, const RbmParameters &b);

/// log Z by summing over all 2^V states of the visible units, for V <= 16.
double bruteForceLogZ(const RbmParameters &parameters);

/// Images whose pixels are 0 or 255 with probability one half, or any gray.
std::shared_ptr<const Dataset> randomImages(std::size_t width, std::size_t height,
                                            std::size_t count, bool gray, std::uint64_t seed);

} // namespace rbm::test
