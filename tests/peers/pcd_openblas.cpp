// The training loop in float32 with OpenBLAS, measured from a start state as
// `rbm benchmark` measures; prints one JSON object.
// pcd_openblas STATE DATA_FOLDER THREADS WARM_UP UPDATES REPETITIONS

#include "engine/benchmark/spread.h"
#include "engine/data/batch_loader.h"
#include "engine/data/idx.h"
#include "engine/training/checkpoint.h"
#include "tests/peers/float_rbm.h"

#include <nlohmann/json.hpp>

#include <exception>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace rbm;

struct Run {
    TrainingState state;
    std::shared_ptr<const Dataset> data;
    std::size_t threads = 1;
    std::size_t warmUp = 0;
    std::size_t updates = 1;
    std::size_t repetitions = 1;
};

std::vector<float> grayPixels(const LoadedBatch &batch) {
    std::vector<float> pixels(batch.pixels.size());
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<float>(batch.pixels[i]) * (1 / 255.0F);
    }
    return pixels;
}

nlohmann::ordered_json measure(const Run &run) {
    std::vector<std::vector<double>> runs(run.repetitions);
    double visibleOn = 0;
    double hiddenOn = 0;
    for (auto &seconds : runs) {
        BatchLoader loader(run.data, run.state.config.batchSize, Pixels::Gray,
                           run.state.config.seed, 0);
        peers::FloatRbm model(run.state, run.threads);
        for (std::size_t i = 0; i < run.warmUp + run.updates; ++i) {
            const double passed =
                secondsOf([&] { model.update(grayPixels(loader.load(run.state.update + i))); });
            if (i >= run.warmUp) {
                seconds.push_back(passed);
            }
        }
        visibleOn = model.visibleOn();
        hiddenOn = model.hiddenOn();
    }
    const Spread spread = meanSpread(runs);
    return {{"program", "C++, OpenBLAS"},
            {"k", run.state.config.k},
            {"threads", run.threads},
            {"updates", run.updates},
            {"repetitions", run.repetitions},
            {"seconds_per_update", spread.minimum},
            {"median_seconds_per_update", spread.median},
            {"visible_on", visibleOn},
            {"hidden_on", hiddenOn}};
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 7) {
        std::cerr << "usage: pcd_openblas STATE DATA_FOLDER THREADS WARM_UP UPDATES REPETITIONS\n";
        return 2;
    }
    try {
        Run run;
        run.state = loadCheckpoint(argv[1]);
        run.data = loadDataFolder(argv[2]).train;
        run.threads = std::stoul(argv[3]);
        run.warmUp = std::stoul(argv[4]);
        run.updates = std::stoul(argv[5]);
        run.repetitions = std::stoul(argv[6]);
        // Whole batches only: the products have one shape.
        if (run.threads == 0 || run.data->count() % run.state.config.batchSize != 0) {
            std::cerr << "The batch size must divide the images, with one thread or more.\n";
            return 1;
        }
        std::cout << measure(run).dump() << std::endl;
        return 0;
    } catch (const std::exception &error) {
        std::cerr << "pcd_openblas: " << error.what() << std::endl;
        return 1;
    }
}
