// Any bytes as a gzip file, and any bytes in a gzip file.
#include "engine/data/idx.h"
#include "tests/fuzz/fuzzing.h"
#include "tests/support/gzip.h"

#include <algorithm>
#include <vector>

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    isTaken([&] { rbm::unpackIfGzip({data, size}, "input"); });
    // No checksum is ever guessed, so what is whole is made here.
    const auto packed = rbm::test::gzip({data, size}, 1);
    const auto whole = rbm::unpackIfGzip(packed, "input");
    require(std::equal(whole.begin(), whole.end(), data, data + size), "what was packed comes out");
    for (const std::size_t length : {packed.size() - 1, packed.size() / 2}) {
        require(!isTaken([&] {
            rbm::unpackIfGzip({packed.data(), length}, "input");
        }),
                "a file that ends early is refused");
    }
    return 0;
}
