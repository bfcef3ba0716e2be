#include "engine/data/idx.h"

#include "engine/base/atomic_file.h"
#include "engine/base/error.h"
#include "engine/base/read_file.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <system_error>
#include <unistd.h>
#include <zlib.h>

namespace rbm {

namespace {

constexpr std::size_t kMaxBytes = std::size_t{1} << 31; // 2 GiB
constexpr std::size_t kMaxDimensions = 8;
constexpr std::uint8_t kUnsignedByte = 0x08;

[[noreturn]] void fail(const std::string &name, const Sentence &what) {
    throw Error(Sentence("'%1' is no usable IDX file: %2. Get the file again, or name another one.",
                         name, what));
}

bool isGzip(std::span<const std::uint8_t> content) {
    return content.size() >= 2 && content[0] == 0x1f && content[1] == 0x8b;
}

/// Unpacks one gzip file, which may be several members in a row.
class Inflater {
public:
    Inflater(std::span<const std::uint8_t> content, const std::string &name) : m_name(name) {
        if (content.size() > std::numeric_limits<uInt>::max()) {
            fail(name, Sentence("it is too large"));
        }
        m_stream.next_in = const_cast<Bytef *>(content.data()); // zlib only reads it
        m_stream.avail_in = static_cast<uInt>(content.size());
        constexpr int kGzipWindow = 15 + 16;
        if (inflateInit2(&m_stream, kGzipWindow) != Z_OK) {
            fail(name, Sentence("no memory to unpack it"));
        }
    }
    Inflater(const Inflater &) = delete;
    Inflater &operator=(const Inflater &) = delete;
    ~Inflater() { inflateEnd(&m_stream); }

    std::vector<std::uint8_t> run() {
        std::vector<std::uint8_t> buffer(std::size_t{1} << 18);
        std::vector<std::uint8_t> result;
        do {
            inflateReset(&m_stream);
            runMember(buffer, result);
        } while (m_stream.avail_in > 0);
        return result;
    }

private:
    void runMember(std::vector<std::uint8_t> &buffer, std::vector<std::uint8_t> &result) {
        int status = Z_OK;
        while (status != Z_STREAM_END) {
            m_stream.next_out = buffer.data();
            m_stream.avail_out = static_cast<uInt>(buffer.size());
            status = inflate(&m_stream, Z_NO_FLUSH);
            if (status != Z_OK && status != Z_STREAM_END) {
                fail(m_name, status == Z_BUF_ERROR ? Sentence("its gzip data ends too early")
                                                   : Sentence("its gzip data is damaged"));
            }
            const std::size_t got = buffer.size() - m_stream.avail_out;
            if (got > kMaxBytes - result.size()) {
                fail(m_name, Sentence("it unpacks to more than 2 GiB"));
            }
            result.insert(result.end(), buffer.data(), buffer.data() + got);
        }
    }

    const std::string &m_name;
    z_stream m_stream = {};
};

std::size_t bigEndian32(const std::uint8_t *bytes) {
    return std::size_t{bytes[0]} << 24 | std::size_t{bytes[1]} << 16 | std::size_t{bytes[2]} << 8 |
           std::size_t{bytes[3]};
}

/// The plain file or, where only that is there, the one with .gz; else empty.
std::filesystem::path findFile(const std::filesystem::path &folder, const std::string &name) {
    for (const char *ending : {"", ".gz"}) {
        auto path = folder / (name + ending);
        std::error_code ignored;
        if (std::filesystem::is_regular_file(path, ignored)) {
            return path;
        }
    }
    return {};
}

std::shared_ptr<const Dataset> loadHalf(const std::filesystem::path &folder,
                                        const std::string &prefix) {
    const std::string imagesName = prefix + "-images-idx3-ubyte";
    const auto images = findFile(folder, imagesName);
    if (images.empty()) {
        throw Error(Sentence("The data folder '%1' has no file %2 (plain or .gz); put it there or "
                             "name another folder.",
                             folder.string(), imagesName));
    }
    const std::string labelsName = prefix + "-labels-idx1-ubyte";
    const auto labels = findFile(folder, labelsName);
    std::error_code ignored;
    if (labels.empty() && std::filesystem::exists(folder / labelsName, ignored)) {
        throw Error(Sentence("'%1' is not a file of labels; remove it or put the file there.",
                             (folder / labelsName).string()));
    }
    return std::make_shared<const Dataset>(makeDataset(
        readIdx(images), labels.empty() ? IdxArray{} : readIdx(labels), images.string()));
}

std::string folderName(const std::filesystem::path &folder) {
    // "digits/" has an empty last part.
    return folder.has_filename() ? folder.filename().string()
                                 : folder.parent_path().filename().string();
}

} // namespace

std::vector<std::uint8_t> unpackIfGzip(std::span<const std::uint8_t> content,
                                       const std::string &name) {
    if (isGzip(content)) {
        return Inflater(content, name).run();
    }
    return {content.begin(), content.end()};
}

IdxArray parseIdx(std::span<const std::uint8_t> content, const std::string &name) {
    std::vector<std::uint8_t> bytes = unpackIfGzip(content, name);
    if (bytes.size() < 4 || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != kUnsignedByte) {
        fail(name, Sentence("it does not start as an IDX file of unsigned bytes does"));
    }
    const std::size_t dimensions = bytes[3];
    if (dimensions == 0 || dimensions > kMaxDimensions) {
        fail(name, Sentence("it has %1 dimensions", dimensions));
    }
    const std::size_t header = 4 + 4 * dimensions;
    if (bytes.size() < header) {
        fail(name, Sentence("it ends within its header"));
    }
    IdxArray array;
    std::size_t size = 1;
    for (std::size_t i = 0; i < dimensions; ++i) {
        const std::size_t extent = bigEndian32(bytes.data() + 4 + 4 * i);
        if (extent != 0 && size > kMaxBytes / extent) {
            fail(name, Sentence("its header asks for more than 2 GiB"));
        }
        size *= extent;
        array.shape.push_back(extent);
    }
    if (bytes.size() - header != size) {
        fail(name,
             Sentence("its header asks for %1 bytes, but %2 follow", size, bytes.size() - header));
    }
    array.bytes.assign(bytes.begin() + static_cast<std::ptrdiff_t>(header), bytes.end());
    return array;
}

IdxArray readIdx(const std::filesystem::path &path) {
    return parseIdx(readWholeFile(path, kMaxBytes), path.string());
}

void writeIdx(const std::filesystem::path &path, const IdxArray &array) {
    std::vector<std::uint8_t> file = {0, 0, kUnsignedByte,
                                      static_cast<std::uint8_t>(array.shape.size())};
    std::size_t size = 1;
    bool fits = !array.shape.empty() && array.shape.size() <= kMaxDimensions;
    for (const std::size_t extent : array.shape) {
        fits = fits && extent <= 0xffffffff && (extent == 0 || size <= kMaxBytes / extent);
        size *= extent;
        for (const unsigned shift : {24U, 16U, 8U, 0U}) {
            file.push_back(static_cast<std::uint8_t>(extent >> shift));
        }
    }
    if (!fits || size != array.bytes.size()) {
        throw Error("Cannot write '" + path.string() +
                    "': the array's shape does not fit its bytes or the IDX format.");
    }
    file.insert(file.end(), array.bytes.begin(), array.bytes.end());
    writeFileAtomically(path, std::as_bytes(std::span(file)));
}

Dataset makeDataset(IdxArray images, IdxArray labels, const std::string &name) {
    if (images.shape.size() != 3 || images.bytes.empty()) {
        fail(name, Sentence("it must hold images, at least one, in three dimensions"));
    }
    if (!labels.shape.empty() && (labels.shape.size() != 1 || labels.shape[0] != images.shape[0])) {
        fail(name, Sentence("it has %1 images, and its labels are not as many", images.shape[0]));
    }
    Dataset dataset;
    dataset.height = images.shape[1];
    dataset.width = images.shape[2];
    dataset.pixels = std::move(images.bytes);
    dataset.labels = std::move(labels.bytes);
    return dataset;
}

DatasetPair loadDataFolder(const std::filesystem::path &folder) {
    DatasetPair pair;
    pair.train = loadHalf(folder, "train");
    pair.test = loadHalf(folder, "t10k");
    pair.name = folderName(folder);
    if (pair.train->width != pair.test->width || pair.train->height != pair.test->height) {
        throw Error(Sentence("In the data folder '%1' the training and test images differ in size; "
                             "put files there that belong together.",
                             folder.string()));
    }
    return pair;
}

std::string troubleWithFolder(const std::filesystem::path &folder) {
    std::error_code problem;
    const bool isFolder = std::filesystem::is_directory(folder, problem);
    // Its names need not be readable, as those of the files are known.
    if (isFolder && ::faccessat(AT_FDCWD, folder.c_str(), X_OK, AT_EACCESS) != 0) {
        problem = {errno, std::generic_category()};
    }
    const bool isNone =
        problem == std::errc::no_such_file_or_directory || problem == std::errc::not_a_directory;
    return problem && !isNone ? problem.message() : std::string();
}

bool hasDataFiles(const std::filesystem::path &folder) {
    return !findFile(folder, "train-images-idx3-ubyte").empty() &&
           !findFile(folder, "t10k-images-idx3-ubyte").empty();
}

} // namespace rbm
