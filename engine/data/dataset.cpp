#include "engine/data/dataset.h"

#include "engine/base/error.h"
#include "engine/random/philox.h"

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
    throw Error("The choice of pixels '" + name + "' is unknown; use gray, sampled or threshold.");
}

std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed) {
    return binarise(dataset, pixels, seed, 0, dataset.count());
}

std::vector<std::uint8_t> binarise(const Dataset &dataset, Pixels pixels, std::uint64_t seed,
                                   std::size_t first, std::size_t count) {
    const std::size_t size = dataset.imageSize();
    const auto source = std::span(dataset.pixels).subspan(first * size, count * size);
    std::vector<std::uint8_t> result(source.begin(), source.end());
    if (pixels == Pixels::Gray) {
        return result;
    }
    for (std::size_t image = 0; image < count; ++image) {
        for (std::size_t pixel = 0; pixel < size; ++pixel) {
            std::uint8_t &g = result[image * size + pixel];
            bool on = g >= 128;
            if (pixels == Pixels::Sampled) {
                const auto bits = randomBits(seed, Purpose::EvaluationPixels, 0,
                                             static_cast<std::uint32_t>(first + image),
                                             static_cast<std::uint32_t>(pixel));
                on = toUnit(bits) < g / 255.0;
            }
            g = on ? 255 : 0;
        }
    }
    return result;
}

} // namespace rbm
