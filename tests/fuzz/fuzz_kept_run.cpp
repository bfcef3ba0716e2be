// Any text as the two files that a kept run has beside its model.
#include "tests/fuzz/fuzzing.h"
#include "ui/runs/run_json.h"

using namespace rbm::test;

/// Words of the window, which need its theme and which no file depends on.
QString rbm::verdictWords(QuoteVerdict) { return {}; }

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const std::string text(reinterpret_cast<const char *>(data), size);
    rbm::RunRecord run;
    if (isTaken([&] { rbm::readRunJson(text, run); })) {
        rbm::RunRecord again;
        rbm::readRunJson(rbm::runJson(run), again);
        require(again.config == run.config && again.update == run.update &&
                    again.points.size() == run.points.size(),
                "what is written is read again");
    }
    isTaken([&] { rbm::readLabelJson(text, run); });
    return 0;
}
