#include "ui/session/check_images.h"

#include "engine/data/batch_loader.h"

#include <algorithm>

namespace rbm {

namespace {
constexpr std::uint64_t kSeed = 1; ///< of the draws of pixels: `rbm evaluate` has the same

/// Drawn at random: every sixth image of MNIST's training set is up to 3 nats
/// better or worse than all are, so its order is not one to trust.
Dataset chosenFrom(const Dataset &images, std::size_t count) {
    Dataset chosen;
    chosen.width = images.width;
    chosen.height = images.height;
    chosen.pixels.reserve(count * images.imageSize());
    const auto order = epochOrder(images.count(), kSeed, 0);
    for (std::size_t n = 0; n < count; ++n) {
        const auto image = images.image(order[n]);
        chosen.pixels.insert(chosen.pixels.end(), image.begin(), image.end());
    }
    return chosen;
}
} // namespace

std::shared_ptr<const CheckImages> chooseCheckImages(const DatasetPair &data) {
    auto images = std::make_shared<CheckImages>();
    images->data = data;
    images->train = chosenFrom(*data.train, std::min(data.test->count(), data.train->count()));
    images->testSampled = binarise(*data.test, Pixels::Sampled, kSeed);
    images->trainSampled = binarise(images->train, Pixels::Sampled, kSeed);
    return images;
}

} // namespace rbm
