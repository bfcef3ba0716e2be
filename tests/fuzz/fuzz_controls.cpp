// Any text as a list of controls (rbm train --controls).
#include "engine/training/control_history.h"
#include "tests/fuzz/fuzzing.h"

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    isTaken([&] {
        const std::string text(reinterpret_cast<const char *>(data), size);
        const auto history = rbm::ControlHistory::fromCsv(text);
        require(rbm::ControlHistory::fromCsv(history.toCsv()) == history,
                "what is written is read again");
        const rbm::ControlChange *last = history.at(UINT64_MAX);
        require((last == nullptr) == history.changes().empty(), "the last change stays in force");
    });
    return 0;
}
