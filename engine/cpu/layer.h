#pragma once

#include "engine/cpu/kernels.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace rbm::cpu {

/// The units of a state that are on, or the pixels of an image that are not 0.
using Active = std::vector<std::uint32_t>;

/// One layer's view of the weights: summing rows of `weights`, one for each
/// unit of the other layer, gives this layer's input.
struct Layer {
    std::size_t units = 0;
    std::size_t stride = 0;
    std::vector<float> bias;    ///< [stride]
    std::vector<float> weights; ///< [units of the other layer, stride]
};

/// A layer with this bias and zero weights.
Layer makeLayer(std::size_t units, const std::vector<float> &bias, std::size_t others);

/// The indices and values (0 to 1) of the pixels of some images that are not 0.
struct SparsePixels {
    std::vector<Active> index;
    std::vector<std::vector<float>> value;
};

/// `pixels` is [images, visible] bytes.
SparsePixels sparse(const std::uint8_t *pixels, std::size_t images, std::size_t visible);

/// out [images, stride] = the input of `layer`, without its bias, from each image.
void sumInputs(const Layer &layer, const SparsePixels &images, float *out);

/// The same from rows [begin, end) of binary states of the other layer,
/// `states` [any, other.stride]; out is [end - begin, layer.stride].
void sumInputs(const Layer &layer, const std::vector<std::uint8_t> &states, const Layer &other,
               std::size_t begin, std::size_t end, float *out);

} // namespace rbm::cpu
