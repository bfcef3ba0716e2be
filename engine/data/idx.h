#pragma once

#include "engine/data/dataset.h"

#include <filesystem>
#include <span>
#include <string>
#include <vector>

namespace rbm {

/// An IDX array of unsigned bytes (the format of the MNIST files).
struct IdxArray {
    std::vector<std::size_t> shape;
    std::vector<std::uint8_t> bytes; ///< row-major
};

/// Parses plain or gzip-compressed IDX content. `name` stands in the sentences
/// of errors. Refuses wrong magic numbers, sizes that do not fit the content,
/// trailing bytes, and anything that unpacks to more than 2 GiB. Throws Error.
IdxArray parseIdx(std::span<const std::uint8_t> content, const std::string &name);

/// The unpacked IDX bytes of a plain or gzip file's content (for hashing).
std::vector<std::uint8_t> unpackIfGzip(std::span<const std::uint8_t> content,
                                       const std::string &name);

/// Reads a file, plain or gzip. Throws Error.
IdxArray readIdx(const std::filesystem::path &path);

/// Writes a plain IDX file of unsigned bytes atomically. Throws Error.
void writeIdx(const std::filesystem::path &path, const IdxArray &array);

/// Images [n, height, width] and labels [n] (may be absent: shape empty).
Dataset makeDataset(IdxArray images, IdxArray labels, const std::string &name);

/// Opens a folder with train-images-idx3-ubyte, t10k-images-idx3-ubyte and,
/// where they are there, train-labels-idx1-ubyte and t10k-labels-idx1-ubyte,
/// each plain or with .gz. Throws Error naming what is missing or broken.
DatasetPair loadDataFolder(const std::filesystem::path &folder);

/// Why the folder cannot be looked into, such as "Permission denied"; empty where it can, and
/// where there is no such folder.
std::string troubleWithFolder(const std::filesystem::path &folder);

/// Whether the folder holds both image files (content unchecked).
bool hasDataFiles(const std::filesystem::path &folder);

} // namespace rbm
