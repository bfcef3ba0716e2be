#pragma once

#include "engine/model/parameters.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace rbm {

/// What a model file holds: the parameters and where they come from.
struct Model {
    RbmParameters parameters;
    std::size_t width = 0; ///< of a visible tile; width * height == V
    std::size_t height = 0;
    std::optional<std::uint64_t> epoch;  ///< completed epochs
    std::optional<std::uint64_t> update; ///< completed updates
    std::string trainingConfig;          ///< JSON, empty where unknown
};

/// Reads a safetensors file with float32 tensors `visible_layer_bias` [V],
/// `hidden_layer_bias` [H], `interaction_weight` [V, H]. Metadata is optional:
/// without it the tile is square where V is a square, else V x 1. Sizes are
/// checked before memory is taken; NaN and infinities are refused. Throws Error.
Model loadModel(const std::filesystem::path &path);

/// Writes the model atomically. Throws Error; the previous file stays whole.
void saveModel(const std::filesystem::path &path, const Model &model);

} // namespace rbm
