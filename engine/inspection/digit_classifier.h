#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rbm {

/// Tells an image's class from what a model sees in it: multinomial logistic regression on
/// P(h = 1 | v). Trained on the spot by stochastic gradient descent, with the mean of the weights
/// over the last epoch (Polyak & Juditsky 1992).
class DigitClassifier {
public:
    /// The backend holds the model, which must not change; it must outlive this. Throws Error
    /// where the images have no labels.
    DigitClassifier(const Backend &backend, std::shared_ptr<const Dataset> images,
                    std::uint64_t seed);

    /// Some hundred images; false when nothing is left to do.
    bool train();
    double progress() const; ///< 0 to 1

    std::size_t classes() const { return m_classes; }
    /// The probability of each class for `pixels` / 255, [n, V] bytes; [n, classes].
    std::vector<float> probabilities(std::span<const std::uint8_t> pixels) const;
    /// The share of `images` whose most probable class is their label. Throws Error where they
    /// have none.
    double accuracy(const Dataset &images) const;

private:
    void learn(const float *hidden, std::uint8_t label);
    void scores(const float *hidden, const std::vector<float> &weights, float *out) const;
    std::uint64_t total() const;

    const Backend &m_backend;
    std::shared_ptr<const Dataset> m_images;
    std::uint64_t m_seed;
    std::size_t m_classes = 0;
    std::size_t m_hidden = 0;
    std::uint64_t m_seen = 0;
    std::uint64_t m_averaged = 0;
    std::vector<std::uint32_t> m_order; ///< of the present epoch
    std::vector<float> m_weights;       ///< [classes, H + 1], the bias last
    std::vector<float> m_mean;          ///< alike, over the last epoch
};

} // namespace rbm
