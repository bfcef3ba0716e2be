// Measures what rounding the chains' weights to 16 bits costs: trains twice with
// the defaults, with integer and with float sums, and estimates both likelihoods
// by a long annealed importance sampling. No test: it takes some ten minutes.
//
//   measure_rounding DATA_FOLDER [EPOCHS [TEMPERATURES]]
#include "engine/cpu/cpu_backend.h"
#include "engine/data/idx.h"
#include "engine/likelihood/ais.h"
#include "engine/likelihood/log_likelihood.h"
#include "engine/training/pcd_trainer.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <exception>

namespace {

using namespace rbm;

double meanNegativeFreeEnergy(const Backend &backend, const Dataset &data) {
    MeanNegativeFreeEnergy mean(backend, data.pixels, data.imageSize());
    while (mean.advance()) {
    }
    return mean.mean();
}

void report(const char *name, Backend &backend, const DatasetPair &data, std::size_t temperatures,
            double seconds) {
    AisOptions options;
    options.numBatch = 1;
    options.burnInSteps = 1;
    options.intermediateSteps = temperatures;
    AisEstimator estimator(backend, options, 1);
    while (estimator.advance()) {
    }
    const LogPartition z = estimator.result();
    std::printf("%s sums: log Z %.2f [%.2f, %.2f], effective sample size %.0f of %zu; "
                "test log-likelihood %.2f, train %.2f; trained in %.0f s\n",
                name, z.logZ, z.low, z.high, z.effectiveSampleSize, options.batchSize,
                meanNegativeFreeEnergy(backend, *data.test) - z.logZ,
                meanNegativeFreeEnergy(backend, *data.train) - z.logZ, seconds);
    std::fflush(stdout);
}

void measure(const DatasetPair &data, std::size_t epochs, std::size_t temperatures) {
    for (const ChainSums sums : {ChainSums::Integers, ChainSums::Floats}) {
        const auto start = std::chrono::steady_clock::now();
        const auto backend = makeCpuBackend(0, false, sums);
        TrainingConfig config;
        config.numEpoch = epochs;
        PcdTrainer trainer(*backend, data.train, config, 1);
        while (!trainer.finished()) {
            trainer.update({config.learningRate, config.momentum});
        }
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
        // Both are judged by the same sampler; its last weight leads to the float parameters.
        const auto judge = makeCpuBackend(0, false);
        judge->setParameters(backend->parameters());
        report(sums == ChainSums::Integers ? "integer" : "float", *judge, data, temperatures,
               took.count());
    }
}

} // namespace

int main(int argc, char **argv) {
    if (argc < 2) {
        std::fprintf(stderr, "measure_rounding DATA_FOLDER [EPOCHS [TEMPERATURES]]\n");
        return 2;
    }
    try {
        measure(loadDataFolder(argv[1]), argc > 2 ? std::strtoul(argv[2], nullptr, 10) : 10,
                argc > 3 ? std::strtoul(argv[3], nullptr, 10) : 14500);
    } catch (const std::exception &error) {
        std::fprintf(stderr, "measure_rounding: %s\n", error.what());
        return 1;
    }
    return 0;
}
