#include "engine/model/safetensors.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "engine/base/read_file.h"
#include "engine/base/shown_text.h"

#include <algorithm>
#include <bit>
#include <charconv>
#include <cstring>
#include <nlohmann/json.hpp>

namespace rbm {

static_assert(std::endian::native == std::endian::little, "tensors are copied as they are");

namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxFile = std::size_t{1} << 33;   // 8 GiB
constexpr std::size_t kMaxHeader = std::size_t{1} << 20; // ours are below 2 KiB
constexpr std::size_t kLengthBytes = 8;

struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::size_t elementSize(const std::string &dtype) {
    return dtype == "F32" ? 4 : dtype == "U8" ? 1 : 0;
}

bool isUnsignedArray(const Json &json) {
    return json.is_array() && std::all_of(json.begin(), json.end(), [](const Json &number) {
               return number.is_number_unsigned();
           });
}

/// The bytes of a tensor; none where its dtype is unknown or no file is so large.
std::optional<std::size_t> byteSize(const Tensor &tensor) {
    std::size_t size = elementSize(tensor.dtype);
    if (size == 0) {
        return std::nullopt;
    }
    for (const std::size_t extent : tensor.shape) {
        if (extent != 0 && size > kMaxFile / extent) {
            return std::nullopt;
        }
        size *= extent;
    }
    return size;
}

Range readTensor(const Json &json, const std::string &name, std::span<const std::uint8_t> data,
                 Tensor &tensor, const std::filesystem::path &path) {
    if (!json.is_object() || !json.contains("dtype") || !json["dtype"].is_string() ||
        !json.contains("shape") || !isUnsignedArray(json["shape"]) ||
        !json.contains("data_offsets") || !isUnsignedArray(json["data_offsets"]) ||
        json["data_offsets"].size() != 2) {
        failModelFile(path, Sentence("the entry of tensor '%1' is damaged", shown(name)));
    }
    tensor.dtype = json["dtype"].get<std::string>();
    tensor.shape = json["shape"].get<std::vector<std::size_t>>();
    const Range range{json["data_offsets"][0].get<std::size_t>(),
                      json["data_offsets"][1].get<std::size_t>()};
    if (range.begin > range.end || range.end > data.size()) {
        failModelFile(path, Sentence("tensor '%1' lies outside of the file", shown(name)));
    }
    if (byteSize(tensor) != range.end - range.begin) {
        failModelFile(path, Sentence("tensor '%1' has a type other than F32 and U8, or a size that "
                                     "does not fit its shape",
                                     shown(name)));
    }
    tensor.bytes = data.subspan(range.begin, range.end - range.begin);
    return range;
}

void requireContiguous(std::vector<Range> ranges, std::size_t size,
                       const std::filesystem::path &path) {
    std::sort(ranges.begin(), ranges.end(), [](const Range &a, const Range &b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
    });
    std::size_t end = 0;
    for (const Range &range : ranges) {
        if (range.begin != end) {
            failModelFile(path, Sentence("its tensors overlap or leave a gap"));
        }
        end = range.end;
    }
    if (end != size) {
        failModelFile(path, Sentence("bytes follow after its last tensor"));
    }
}

void readMetadata(const Json &json, Safetensors &file, const std::filesystem::path &path) {
    if (!json.is_object()) {
        failModelFile(path, Sentence("its metadata is damaged"));
    }
    for (const auto &[key, value] : json.items()) {
        if (!value.is_string()) {
            failModelFile(path, Sentence("its metadata holds something other than text"));
        }
        file.metadata[key] = value.get<std::string>();
    }
}

Json headerOf(const Safetensors &file) {
    Json header = Json::object();
    if (!file.metadata.empty()) {
        header["__metadata__"] = file.metadata;
    }
    std::size_t offset = 0;
    for (const auto &[name, tensor] : file.tensors) {
        header[name] = {{"dtype", tensor.dtype},
                        {"shape", tensor.shape},
                        {"data_offsets", {offset, offset + tensor.bytes.size()}}};
        offset += tensor.bytes.size();
    }
    return header;
}

} // namespace

std::vector<float> toFloats(const Tensor &tensor) {
    std::vector<float> values(tensor.bytes.size() / sizeof(float));
    if (!values.empty()) {
        std::memcpy(values.data(), tensor.bytes.data(), tensor.bytes.size());
    }
    return values;
}

Tensor floatTensor(const std::vector<float> &values, std::vector<std::size_t> shape) {
    return {"F32",
            std::move(shape),
            {reinterpret_cast<const std::uint8_t *>(values.data()), values.size() * sizeof(float)}};
}

void failModelFile(const std::filesystem::path &path, const Sentence &what) {
    throw Error(
        Sentence("'%1' is no usable model file: %2. Use another file, or an older copy of it.",
                 path.string(), what));
}

Safetensors readSafetensors(const std::filesystem::path &path) {
    Safetensors file;
    file.content = readWholeFile(path, kMaxFile);
    const std::span<const std::uint8_t> all = file.content;
    if (all.size() < kLengthBytes) {
        failModelFile(path, Sentence("it is too short"));
    }
    std::uint64_t length = 0;
    std::memcpy(&length, all.data(), kLengthBytes);
    if (length > kMaxHeader) {
        failModelFile(path, Sentence("its header is too long"));
    }
    if (length > all.size() - kLengthBytes) {
        failModelFile(path, Sentence("it ends before its header does"));
    }
    const auto text = all.subspan(kLengthBytes, length);
    const auto data = all.subspan(kLengthBytes + length);
    const Json header = Json::parse(text.begin(), text.end(), nullptr, false);
    if (!header.is_object()) {
        failModelFile(path, Sentence("its header is damaged"));
    }
    std::vector<Range> ranges;
    for (const auto &[name, entry] : header.items()) {
        if (name == "__metadata__") {
            readMetadata(entry, file, path);
        } else {
            ranges.push_back(readTensor(entry, name, data, file.tensors[name], path));
        }
    }
    requireContiguous(std::move(ranges), data.size(), path);
    return file;
}

void writeSafetensors(const std::filesystem::path &path, const Safetensors &file) {
    // Metadata may come from elsewhere and hold bytes that are no UTF-8.
    std::string header = headerOf(file).dump(-1, ' ', false, Json::error_handler_t::replace);
    header.resize((header.size() + 7) / 8 * 8, ' '); // the tensors start aligned
    if (header.size() > kMaxHeader) {
        throw Error(Sentence(
            "Cannot write '%1': its metadata is too long. Save it without the training options.",
            path.string()));
    }
    const std::uint64_t length = header.size();
    std::vector<std::uint8_t> bytes(kLengthBytes);
    std::memcpy(bytes.data(), &length, kLengthBytes);
    bytes.insert(bytes.end(), header.begin(), header.end());
    for (const auto &entry : file.tensors) {
        bytes.insert(bytes.end(), entry.second.bytes.begin(), entry.second.bytes.end());
    }
    writeFileAtomically(path, std::as_bytes(std::span(bytes)));
}

void addParameters(Safetensors &file, const std::string &prefix, const RbmParameters &parameters) {
    const std::size_t v = parameters.visible;
    const std::size_t h = parameters.hidden;
    if (v == 0 || h == 0 || parameters.visibleBias.size() != v ||
        parameters.hiddenBias.size() != h || parameters.weights.size() != v * h) {
        throw Error(Sentence(
            "The model cannot be saved: its arrays do not fit together; load or train it again."));
    }
    // What could not be read back must not replace a good file.
    requireFinite(parameters);
    file.tensors[prefix + "visible_layer_bias"] = floatTensor(parameters.visibleBias, {v});
    file.tensors[prefix + "hidden_layer_bias"] = floatTensor(parameters.hiddenBias, {h});
    file.tensors[prefix + "interaction_weight"] = floatTensor(parameters.weights, {v, h});
}

RbmParameters takeParameters(const Safetensors &file, const std::string &prefix,
                             const std::filesystem::path &path) {
    const auto &b = requireTensor(file, prefix + "visible_layer_bias", "F32", 1, path);
    const auto &c = requireTensor(file, prefix + "hidden_layer_bias", "F32", 1, path);
    const auto &w = requireTensor(file, prefix + "interaction_weight", "F32", 2, path);
    if (b.shape[0] == 0 || c.shape[0] == 0 || w.shape[0] != b.shape[0] ||
        w.shape[1] != c.shape[0]) {
        failModelFile(path, Sentence("the shapes of its tensors do not fit together"));
    }
    RbmParameters parameters{b.shape[0], c.shape[0], toFloats(b), toFloats(c), toFloats(w)};
    try {
        requireFinite(parameters);
    } catch (const Error &error) {
        throw Error(Sentence("'%1' is no usable model file: %2", path.string(), error.sentence()));
    }
    return parameters;
}

const Tensor &requireTensor(const Safetensors &file, std::string_view name, std::string_view dtype,
                            std::size_t dimensions, const std::filesystem::path &path) {
    const auto found = file.tensors.find(std::string(name));
    if (found == file.tensors.end()) {
        failModelFile(path, Sentence("it has no tensor '%1'", std::string(name)));
    }
    if (found->second.dtype != dtype || found->second.shape.size() != dimensions) {
        failModelFile(path, Sentence("tensor '%1' is not of type %2 with %3 dimensions",
                                     std::string(name), std::string(dtype), dimensions));
    }
    return found->second;
}

std::optional<std::uint64_t> metadataNumber(const Safetensors &file, const std::string &key,
                                            const std::filesystem::path &path) {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end()) {
        return std::nullopt;
    }
    const std::string &text = found->second;
    std::uint64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size()) {
        failModelFile(path, Sentence("its '%1' is not a whole number", key));
    }
    return value;
}

} // namespace rbm
