#pragma once

#include "engine/backend/backend.h"
#include "engine/data/dataset.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace rbm {

/// An image that excites a unit: its row in the data set, and P(h = 1 | v).
struct TopImage {
    std::uint32_t row = 0;
    float activation = 0;

    bool operator==(const TopImage &) const = default;
};

/// What every hidden unit does on a set of images; a value. All activations are
/// P(h = 1 | v), from 0 to 1.
struct UnitStatistics {
    static constexpr std::size_t kBins = 20;
    static constexpr std::size_t kTop = 24;

    std::size_t units = 0;
    std::size_t images = 0;
    std::size_t classes = 0;              ///< the largest label and one; 0 without labels
    std::size_t top = 0;                  ///< images kept for each unit, at most kTop
    std::vector<float> meanActivation;    ///< [H]
    std::vector<float> classMeans;        ///< [H, classes]; 0 for a class without images
    std::vector<std::uint32_t> histogram; ///< [H, kBins], images; bin b holds [b, b + 1) / kBins
    std::vector<TopImage> topImages;      ///< [H, top], the strongest first

    std::span<const float> classMeansOf(std::size_t unit) const {
        return std::span(classMeans).subspan(unit * classes, classes);
    }
    std::span<const std::uint32_t> histogramOf(std::size_t unit) const {
        return std::span(histogram).subspan(unit * kBins, kBins);
    }
    std::span<const TopImage> topImagesOf(std::size_t unit) const {
        return std::span(topImages).subspan(unit * top, top);
    }

    bool operator==(const UnitStatistics &) const = default;
};

/// Makes UnitStatistics slice by slice; stop calling advance() to give up. The
/// result does not depend on the slices. Belongs to the thread that owns the
/// backend, whose model must not change until this is done.
class UnitSurvey {
public:
    /// `units` is the model's number of hidden units. `pixels` and `seed` tell how
    /// the model sees the images; a sampled image is the same each time.
    UnitSurvey(const Backend &backend, std::shared_ptr<const Dataset> images, std::size_t units,
               Pixels pixels, std::uint64_t seed);

    /// Looks at the next `count` images; false when none is left. Throws Error.
    bool advance(std::size_t count);
    double progress() const; ///< 0 to 1

    /// Of all images; call it once, after the last slice. Equal activations
    /// (there are many at 1) are in the order of the images.
    UnitStatistics result();

private:
    void add(std::span<const float> activations, std::uint32_t row);
    void keepIfStrong(std::size_t unit, TopImage image);

    const Backend *m_backend;
    std::shared_ptr<const Dataset> m_data;
    Pixels m_pixels;
    std::uint64_t m_seed;
    std::size_t m_next = 0;
    UnitStatistics m_statistics;
    std::vector<double> m_sums;            ///< [classes, at least 1; H]
    std::vector<std::size_t> m_classSizes; ///< [classes, at least 1]
    std::vector<float> m_weakestTop;       ///< [H]: what an image must exceed
    std::vector<std::size_t> m_topCounts;  ///< [H]
};

} // namespace rbm
