#pragma once

#include "engine/base/sentence.h"
#include "engine/model/parameters.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rbm {

/// One tensor of a safetensors file; the bytes belong to someone else.
struct Tensor {
    std::string dtype; ///< "F32" or "U8"
    std::vector<std::size_t> shape;
    std::span<const std::uint8_t> bytes; ///< row-major, little-endian
};

/// The content of a safetensors file, see model_file.h for those of ours.
/// Internal to the engine. Owns its bytes where it was read from a file.
struct Safetensors {
    std::map<std::string, std::string> metadata;
    std::map<std::string, Tensor> tensors;
    std::vector<std::uint8_t> content; ///< the tensors' bytes point into it

    Safetensors() = default;
    Safetensors(Safetensors &&) = default;
    Safetensors &operator=(Safetensors &&) = default;
    Safetensors(const Safetensors &) = delete;
    Safetensors &operator=(const Safetensors &) = delete;
};

/// Reads 8 bytes of header length, the JSON header and the tensors. Refuses
/// offsets that overlap, leave gaps or lie outside of the file, and other
/// dtypes than F32 and U8. Throws Error.
Safetensors readSafetensors(const std::filesystem::path &path);

/// Writes the file atomically. Throws Error.
void writeSafetensors(const std::filesystem::path &path, const Safetensors &file);

/// A tensor of these values, whose memory must outlive it, and the reverse.
Tensor floatTensor(const std::vector<float> &values, std::vector<std::size_t> shape);
std::vector<float> toFloats(const Tensor &tensor);

/// Adds the three tensors of `parameters` under `prefix`; they keep pointing
/// at the parameters' memory.
void addParameters(Safetensors &file, const std::string &prefix, const RbmParameters &parameters);

/// The reverse. Throws Error where a tensor is missing, has another shape or
/// holds NaN or an infinity; `path` stands in the sentence.
RbmParameters takeParameters(const Safetensors &file, const std::string &prefix,
                             const std::filesystem::path &path);

/// The tensor of this name; throws Error where it is missing or differs in
/// dtype or number of dimensions.
const Tensor &requireTensor(const Safetensors &file, std::string_view name, std::string_view dtype,
                            std::size_t dimensions, const std::filesystem::path &path);

/// A whole number among the metadata; absent where it is not there. Throws
/// Error where it is no number.
std::optional<std::uint64_t> metadataNumber(const Safetensors &file, const std::string &key,
                                            const std::filesystem::path &path);

/// The Error for a file that is not what it should be; `what` tells in what.
[[noreturn]] void failModelFile(const std::filesystem::path &path, const Sentence &what);

} // namespace rbm
