// Any bytes as an IDX file: images, labels, plain or packed.
#include "engine/data/idx.h"
#include "tests/fuzz/fuzzing.h"

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    isTaken([&] {
        const rbm::IdxArray array = rbm::parseIdx({data, size}, "input");
        std::size_t count = 1;
        for (const std::size_t extent : array.shape) {
            count *= extent;
        }
        require(!array.shape.empty() && count == array.bytes.size(), "the shape fits the bytes");
        const rbm::Dataset images = rbm::makeDataset(array, {}, "input");
        require(images.count() * images.imageSize() == images.pixels.size() && images.count() > 0,
                "there are as many images as it says");
    });
    return 0;
}
