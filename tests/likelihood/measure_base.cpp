// What the hidden biases of the base model are worth: forward annealing of a model at even
// temperatures, with the base's hidden biases fitted to the data and with 0.
//   measure_base MODEL FOLDER [RUNS TEMPERATURES]
#include "engine/backend/backend_list.h"
#include "engine/data/idx.h"
#include "engine/likelihood/annealing_run.h"
#include "engine/likelihood/annealing_schedule.h"
#include "engine/likelihood/estimate.h"
#include "engine/model/model_file.h"

#include <algorithm>
#include <cstdio>
#include <exception>
#include <string>

using namespace rbm;

namespace {

void measure(const char *name, Backend &backend, const BaseModel &base, std::size_t runs,
             std::size_t temperatures) {
    AnnealingRun run(backend, base, sampleVisible(base, runs, 1, 0), 1, 0);
    run.setTemperatures(evenTemperatures(temperatures));
    while (run.advance(100)) {
    }
    // frictionOf() is the variance of what it is given, times sweeps per squared width.
    const double variance = frictionOf(run.logWeights(), 1, 1);
    const LogPartition z = summariseWeights(run.logWeights(), base.logZ());
    std::printf("%s: variance of the log weights %.2f, effective sample size %.1f of %zu, log Z "
                "%.2f\n",
                name, variance, z.effectiveSampleSize, runs, z.logZ);
}

} // namespace

int main(int argc, char **argv) {
    if (argc != 3 && argc != 5) {
        std::fprintf(stderr, "usage: measure_base MODEL FOLDER [RUNS TEMPERATURES]\n");
        return 2;
    }
    try {
        const std::size_t runs = argc == 5 ? std::stoul(argv[3]) : 200;
        const std::size_t temperatures = argc == 5 ? std::stoul(argv[4]) : 5000;
        const DatasetPair data = loadDataFolder(argv[2]);
        const auto backend = makeBackend(BackendChoice::Cpu);
        backend->setParameters(loadModel(argv[1]).parameters);
        BaseModel base = fitBaseModel(*backend, *data.train, 1);
        measure("hidden biases of the data", *backend, base, runs, temperatures);
        std::fill(base.hiddenBias.begin(), base.hiddenBias.end(), 0.0F);
        measure("hidden biases 0          ", *backend, base, runs, temperatures);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "%s\n", error.what());
        return 1;
    }
    return 0;
}
