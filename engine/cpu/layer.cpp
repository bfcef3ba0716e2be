#include "engine/cpu/layer.h"

#include <algorithm>

namespace rbm::cpu {
namespace {

/// Columns of a weight matrix that are summed for all of a thread's chains
/// before the next ones, so that they stay in the second-level cache.
constexpr std::size_t kColumns = 128;

void listActive(const std::uint8_t *state, std::size_t units, Active &active) {
    active.clear();
    for (std::size_t u = 0; u < units; ++u) {
        if (state[u] != 0) {
            active.push_back(static_cast<std::uint32_t>(u));
        }
    }
}

void sumActive(const Layer &layer, const std::vector<Active> &active,
               const std::vector<std::vector<float>> *value, float *out) {
    for (std::size_t c = 0; c < layer.stride; c += kColumns) {
        const std::size_t end = std::min(c + kColumns, layer.stride);
        for (std::size_t n = 0; n < active.size(); ++n) {
            const RowSum rows{layer.weights.data(), layer.stride, active[n],
                              value == nullptr ? nullptr : (*value)[n].data()};
            sumRows(rows, c, end, out + n * layer.stride);
        }
    }
}

} // namespace

Layer makeLayer(std::size_t units, const std::vector<float> &bias, std::size_t others) {
    Layer layer{units, padded(units), bias, {}};
    layer.bias.resize(layer.stride, 0);
    layer.weights.assign(others * layer.stride, 0);
    return layer;
}

SparsePixels sparse(const std::uint8_t *pixels, std::size_t images, std::size_t visible) {
    SparsePixels result;
    result.index.resize(images);
    result.value.resize(images);
    for (std::size_t n = 0; n < images; ++n) {
        for (std::size_t i = 0; i < visible; ++i) {
            const std::uint8_t pixel = pixels[n * visible + i];
            if (pixel != 0) {
                result.index[n].push_back(static_cast<std::uint32_t>(i));
                result.value[n].push_back(static_cast<float>(pixel) / 255.0F);
            }
        }
    }
    return result;
}

void sumInputs(const Layer &layer, const SparsePixels &images, float *out) {
    sumActive(layer, images.index, &images.value, out);
}

void sumInputs(const Layer &layer, const std::vector<std::uint8_t> &states, const Layer &other,
               std::size_t begin, std::size_t end, float *out) {
    std::vector<Active> active(end - begin);
    for (std::size_t n = begin; n < end; ++n) {
        listActive(&states[n * other.stride], other.units, active[n - begin]);
    }
    sumActive(layer, active, nullptr, out);
}

} // namespace rbm::cpu
