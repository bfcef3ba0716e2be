// Any bytes as a gzip file, and any bytes in a gzip file.
#include "engine/data/idx.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <vector>
#include <zlib.h>

using namespace rbm::test;

namespace {

using Bytes = std::vector<std::uint8_t>;

Bytes pack(const std::uint8_t *data, std::size_t size) {
    z_stream stream = {};
    deflateInit2(&stream, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
    Bytes result(deflateBound(&stream, size));
    stream.next_in = const_cast<Bytef *>(data); // zlib only reads it
    stream.avail_in = static_cast<uInt>(size);
    stream.next_out = result.data();
    stream.avail_out = static_cast<uInt>(result.size());
    deflate(&stream, Z_FINISH);
    result.resize(stream.total_out);
    deflateEnd(&stream);
    return result;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    isTaken([&] { rbm::unpackIfGzip({data, size}, "input"); });
    // No checksum is ever guessed, so what is whole is made here.
    const Bytes packed = pack(data, size);
    const Bytes whole = rbm::unpackIfGzip(packed, "input");
    require(std::equal(whole.begin(), whole.end(), data, data + size), "what was packed comes out");
    for (const std::size_t length : {packed.size() - 1, packed.size() / 2}) {
        require(!isTaken([&] {
            rbm::unpackIfGzip({packed.data(), length}, "input");
        }),
                "a file that ends early is refused");
    }
    return 0;
}
