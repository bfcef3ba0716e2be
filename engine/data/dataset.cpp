#include "engine/data/dataset.h"

#include "engine/base/error.h"
#include "engine/base/shown_text.h"

#include <array>
#include <cmath>
#include <optional>

namespace rbm {

const char *pixelsName(Pixels pixels) {
    switch (pixels) {
    case Pixels::Gray:
        return "gray";
    case Pixels::Sampled:
        return "sampled";
    case Pixels::Threshold:
        return "threshold";
    }
    return "gray";
}

Pixels pixelsFromName(const std::string &name) {
    for (const Pixels pixels : {Pixels::Gray, Pixels::Sampled, Pixels::Threshold}) {
        if (name == pixelsName(pixels)) {
            return pixels;
        }
    }
    throw Error(Sentence("The choice of pixels '%1' is unknown; use gray, sampled or threshold.",
                         shown(name)));
}

std::vector<double> meanPixels(const Dataset &dataset) {
    const std::size_t count = dataset.count();
    if (count == 0) {
        throw Error(Sentence("The data holds no image to take the mean pixels of."));
    }
    std::vector<std::uint64_t> sums(dataset.imageSize(), 0);
    for (std::size_t n = 0; n < count; ++n) {
        const auto image = dataset.image(n);
        for (std::size_t i = 0; i < sums.size(); ++i) {
            sums[i] += image[i];
        }
    }
    std::vector<double> means(sums.begin(), sums.end());
    for (double &mean : means) {
        mean /= 255.0 * static_cast<double>(count);
    }
    return means;
}

std::vector<float> meanPixelLogits(const Dataset &dataset) {
    const auto count = static_cast<double>(dataset.count());
    std::vector<float> logits;
    for (const double mean : meanPixels(dataset)) {
        const double p = (mean * count + 0.5) / (count + 1);
        logits.push_back(static_cast<float>(std::log(p / (1 - p))));
    }
    return logits;
}

void thresholdPixels(std::span<std::uint8_t> pixels) {
    for (std::uint8_t &pixel : pixels) {
        pixel = thresholdPixel(pixel);
    }
}

void samplePixels(std::span<std::uint8_t> image, std::uint64_t seed, Purpose purpose,
                  std::uint64_t step, std::uint32_t row) {
    constexpr std::size_t kLanes = 16; // units so far apart share a block of random words
    constexpr std::size_t kGroup = 4 * kLanes;
    for (std::size_t first = 0; first < image.size(); first += kGroup) {
        for (std::size_t lane = 0; lane < kLanes; ++lane) {
            const auto block = static_cast<std::uint32_t>(first / 4 + lane);
            std::optional<std::array<std::uint32_t, 4>> words;
            for (std::size_t part = 0; part < 4; ++part) {
                const std::size_t unit = first + part * kLanes + lane;
                if (unit >= image.size() || image[unit] == 0 || image[unit] == 255) {
                    continue; // black and white need no draw
                }
                if (!words) {
                    words = randomWords(seed, purpose, step, row, block);
                }
                image[unit] = sampledPixel(image[unit], (*words)[part]);
            }
        }
    }
}

std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed) {
    return binarise(dataset, pixels, seed, 0, dataset.count());
}

std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed,
                                   std::size_t first, std::size_t count) {
    const std::size_t size = dataset.imageSize();
    const auto source = std::span(dataset.pixels).subspan(first * size, count * size);
    std::vector<std::uint8_t> result(source.begin(), source.end());
    if (pixels == Pixels::Threshold) {
        thresholdPixels(result);
    }
    for (std::size_t image = 0; pixels == Pixels::Sampled && image < count; ++image) {
        samplePixels(std::span(result).subspan(image * size, size), seed, Purpose::EvaluationPixels,
                     0, static_cast<std::uint32_t>(first + image));
    }
    return result;
}

} // namespace rbm
