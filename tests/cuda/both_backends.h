#pragma once

#include "engine/cuda/cuda_backend.h"
#include "tests/cuda/emulation/emulation.h"
#include "tests/support/reference_backend.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <span>
#include <vector>

// The CUDA backend on the stand-in for the runtime beside the plain reference. Its float sums
// differ from the reference's doubles, so a draw may differ where it falls within their error of
// its threshold: the seeds of the tests are such that none does.
namespace rbm::test {

/// Images and the rule's spans, which outlive its use.
struct Setting {
    std::size_t visible = 0;
    std::shared_ptr<const Dataset> data;
    std::vector<std::uint32_t> rows;
    std::vector<float> offsets;

    Setting(std::size_t units, std::size_t images)
        : visible(units), data(randomImages(units, 1, images, true, 17)), rows(images),
          offsets(units) {
        std::iota(rows.begin(), rows.end(), 0U);
        for (std::size_t i = 0; i < units; ++i) {
            offsets[i] = static_cast<float>(i) / static_cast<float>(units);
        }
    }
    MiniBatch first(std::size_t images) const {
        return {std::span(rows).first(images), std::span(data->pixels).first(images * visible)};
    }
};

inline double largestDifference(const std::vector<float> &a, const std::vector<float> &b) {
    double largest = a.size() == b.size() ? 0 : INFINITY;
    for (std::size_t at = 0; at < std::min(a.size(), b.size()); ++at) {
        largest = std::max(largest, std::abs(static_cast<double>(a[at] - b[at])));
    }
    return largest;
}

/// How whole sweeps are made: what the card is like decides.
enum Way { Products, BlockForEachChain, Clusters };

inline void use(int way) {
    emulation::machine().major = way == Clusters ? 9 : 8; // clusters came with 9.0
    emulation::machine().multiprocessors = way == Products ? 0 : 100;
}

/// Both backends with the same parameters and chains.
struct Both {
    std::unique_ptr<Backend> cuda = cuda::makeCudaBackend(0);
    std::unique_ptr<ReferenceBackend> plain = makeReferenceBackend();
    std::unique_ptr<Chains> a;
    std::unique_ptr<Chains> b;

    Both(const RbmParameters &model, std::size_t chains) {
        cuda->setParameters(model);
        plain->setParameters(model);
        a = cuda->makeChains(chains);
        b = plain->makeChains(chains);
    }
    bool sameStates() const { return cuda->states(*a) == plain->states(*b); }
};

} // namespace rbm::test
