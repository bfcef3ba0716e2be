// Any bytes as a model file.
#include "engine/model/model_file.h"
#include "tests/fuzz/fuzzing.h"

#include <algorithm>
#include <cmath>

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const MemoryFile file(data, size);
    isTaken([&] {
        const rbm::Model model = rbm::loadModel(file.path());
        const auto &p = model.parameters;
        require(p.visible > 0 && p.hidden > 0 && model.width * model.height == p.visible &&
                    p.visibleBias.size() == p.visible && p.hiddenBias.size() == p.hidden &&
                    p.weights.size() == p.visible * p.hidden,
                "the sizes fit together");
        require(std::all_of(p.weights.begin(), p.weights.end(),
                            [](float weight) { return std::isfinite(weight); }),
                "every weight is a number");
    });
    return 0;
}
