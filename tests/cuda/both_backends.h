#pragma once

#include "engine/cuda/cuda_backend.h"
#include "tests/cuda/emulation/emulation.h"
#include "tests/support/reference_backend.h"

#include <QTemporaryDir>

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

/// How whole sweeps are made.
enum Way { Products, BlockForEachChain, Clusters, RoundedProducts };

/// A card of this way's kind, and what asks it to go the way. RoundedProducts is what a card with
/// clusters does where it measured that products are faster.
inline void use(int way) {
    emulation::Machine &card = emulation::machine();
    card = {};
    card.major = way == Clusters || way == RoundedProducts ? 9 : 8; // clusters came with 9.0
    static const QTemporaryDir cache;
    qputenv("XDG_CACHE_HOME", cache.filePath(QString::number(way)).toUtf8());
    if (way == RoundedProducts) {
        qunsetenv("RBM_CUDA_SWEEPS");
        card.milliseconds = [turn = 0]() mutable { return ++turn % 2 == 1 ? 1.0F : 2.0F; };
    } else {
        qputenv("RBM_CUDA_SWEEPS", way == Products            ? "products"
                                   : way == BlockForEachChain ? "blocks"
                                                              : "clusters");
    }
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
