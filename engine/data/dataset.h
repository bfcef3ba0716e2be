#pragma once

#include "engine/data/pixel_choice.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace rbm {

/// "gray", "sampled", "threshold".
const char *pixelsName(Pixels pixels);

/// The reverse of pixelsName; throws Error for any other word.
Pixels pixelsFromName(const std::string &name);

/// Images with optional labels. Immutable after construction and shared.
struct Dataset {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> pixels; ///< [count, height * width], row-major, 0 to 255
    std::vector<std::uint8_t> labels; ///< [count], or empty

    std::size_t imageSize() const { return width * height; }
    std::size_t count() const { return imageSize() == 0 ? 0 : pixels.size() / imageSize(); }
    std::span<const std::uint8_t> image(std::size_t index) const {
        return {pixels.data() + index * imageSize(), imageSize()};
    }
};

/// Training and test images that belong together.
struct DatasetPair {
    std::shared_ptr<const Dataset> train;
    std::shared_ptr<const Dataset> test;
    std::string name; ///< for people: "MNIST", "starter digits", a folder's name
};

/// Turns bytes into 0 below 128, else 255.
void thresholdPixels(std::span<std::uint8_t> pixels);

/// Turns the bytes of one image into 255 with their value / 255 as the chance, else 0, by the
/// random bits (seed, purpose, step, row, pixel).
void samplePixels(std::span<std::uint8_t> image, std::uint64_t seed, Purpose purpose,
                  std::uint64_t step, std::uint32_t row);

/// The images of `dataset`, turned into 0 and 255 as `pixels` says; Sampled is
/// a pure function of (seed, image, pixel). Gray returns the same bytes.
std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed);

/// The same bytes of the `count` images from `first` on only.
std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed,
                                   std::size_t first, std::size_t count);

/// The mean of each pixel over the images, 0 to 1, [V]. Throws Error where there is no image.
std::vector<double> meanPixels(const Dataset &dataset);

/// The logits of the mean pixels with one further image of gray 1/2, [V]: the visible
/// biases of the model of independent pixels that fits the data best, smoothed.
std::vector<float> meanPixelLogits(const Dataset &dataset);

} // namespace rbm
