#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm {

/// What tells at a glance how a training goes; none of it needs log Z. All
/// means are over the samples of Monitors, all fractions from 0 to 1.
struct MonitorValues {
    /// Mean over images and pixels of (v - P(v = 1 | h))^2, with h ~ P(h | v).
    double reconstructionError = 0;
    /// Mean F(v) of test images minus mean F(v) of training images, nats: log Z
    /// cancels. It grows where a model overfits (Hinton, "A practical guide to
    /// training restricted Boltzmann machines", 2010, section 6). So few images
    /// are off by a nat or two, the same ones each time: what counts is growth.
    double freeEnergyGap = 0;
    double hiddenActivity = 0; ///< mean of P(h = 1 | v) on the training images
    double pixelFlips = 0;     ///< of the chains' pixels, changed by one Gibbs sweep
    double hiddenFlips = 0;    ///< of the chains' hidden units, changed by one Gibbs sweep
    double weightNorm = 0;     ///< root of the sum of the squares of W
    double largestWeight = 0;  ///< largest magnitude in W
    /// Root of the sum of the squares of mean(v^T P(h | v)) - mean(v_neg^T h_neg),
    /// nats per unit of weight: the estimate of the gradient of the mean
    /// log-likelihood for W that an update would follow, were its batch the first
    /// training images of the sample (as many as chains) and its chains where they
    /// stand now. Most of it is the noise of so few images and chains.
    double gradientNorm = 0;

    bool operator==(const MonitorValues &) const = default;
};

/// Measures MonitorValues on a fixed sample of images: the same for all runs on
/// the same data, so that their values compare. Measuring leaves the training as
/// it is, bit for bit. Belongs to the thread that owns the backend.
class Monitors {
public:
    /// At most so many training and as many test images.
    static constexpr std::size_t kImages = 500;

    /// Copies the sample, as the model sees it with `pixels`. `seed` is the run's.
    /// Throws Error where there are no training or no test images.
    Monitors(const DatasetPair &data, Pixels pixels, std::uint64_t seed);

    /// Of the backend's present model and these chains, which stay as they are;
    /// `update` numbers the random draws of the sweep. Throws Error, also where
    /// the model does not fit the images.
    MonitorValues measure(Backend &backend, const Chains &persistent, std::uint64_t update) const;

    std::size_t images() const { return m_images; } ///< in each of the two samples

private:
    double reconstructionError(Backend &backend, std::span<const float> hidden) const;
    double meanFreeEnergy(const Backend &backend, std::span<const std::uint8_t> pixels) const;
    void addFlips(Backend &backend, const ChainStates &chains, std::uint64_t update,
                  MonitorValues &values) const;
    double gradientNorm(const ChainStates &chains, std::span<const float> hidden) const;

    std::size_t m_images = 0;
    std::size_t m_visible = 0;
    std::uint64_t m_seed = 0;
    std::vector<std::uint8_t> m_train; ///< [images, V]
    std::vector<std::uint8_t> m_test;  ///< [images, V]
};

} // namespace rbm
