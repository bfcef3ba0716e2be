#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include <zlib.h>

namespace rbm::test {

/// A gzip file of these bytes; level 1 is quick, 9 packs best.
inline std::vector<std::uint8_t> gzip(std::span<const std::uint8_t> plain, int level = 6) {
    z_stream stream = {};
    deflateInit2(&stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    std::vector<std::uint8_t> result(deflateBound(&stream, plain.size()));
    stream.next_in = const_cast<Bytef *>(plain.data()); // zlib only reads it
    stream.avail_in = static_cast<uInt>(plain.size());
    stream.next_out = result.data();
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

} // namespace rbm::test
