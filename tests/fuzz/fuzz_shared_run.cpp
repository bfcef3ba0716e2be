// Any bytes as what the window opens: a model, or a run with its images' note (.rbmx).
#include "engine/model/model_file.h"
#include "engine/training/checkpoint.h"
#include "tests/fuzz/fuzzing.h"

using namespace rbm::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size) {
    const MemoryFile file(data, size);
    isTaken([&] {
        const rbm::Model model = rbm::loadModel(file.path());
        const auto run = rbm::loadCheckpointIfOne(file.path());
        const rbm::DataNote note = rbm::loadDataNote(file.path());
        if (run) {
            require(run->parameters.weights == model.parameters.weights,
                    "model and run are the same");
            rbm::saveCheckpoint(scratchPath(), *run, model.width, model.height, note);
            std::filesystem::remove(scratchPath());
        }
    });
    return 0;
}
