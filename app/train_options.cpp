#include "app/train_options.h"

#include "app/file_options.h"
#include "engine/training/checkpoint.h"

#include <fmt/format.h>

namespace rbm {

namespace {

void addTrainingOptions(CLI::App &app, TrainOptions &options) {
    options.trainer.addPresetTo(app, options.config, options.pixels);
    addConfigOptions(app, options.config, options.pixels);
    options.trainer.addTo(app, options.config);
    app.add_option("--num-epoch", options.config.numEpoch, "Epochs")->check(CLI::Range(1, 1000000));
    addAisOptions(app, options.likelihood.ais);
    options.likelihood.budget.addTo(app);
    options.device.addTo(app);
    addLoaderOption(app, options.loaderThreads);
    app.add_option("--likelihood", options.likelihood.kind, "What to measure after each epoch")
        ->check(CLI::IsMember({"original", "trusted", "both", "none"}));
}

void addFileOptions(CLI::App &app, TrainOptions &options) {
    addDataOption(app, options.data);
    addFileOption(app, "--output", options.output, "Model file to write");
    addFileOption(app, "--resume", options.resume, "Checkpoint to go on from")
        ->excludes("--preset");
    app.add_option("--checkpoint-every", options.checkpointEvery,
                   "Save a checkpoint beside the model every so many epochs, 0: never");
    addFileOption(app, "--log", options.log, "CSV file with a line per epoch");
    addFileOption(app, "--controls", options.controls,
                  "CSV file with changes of learning rate and momentum: a line "
                  "\"update,learning_rate,momentum\" for each, in force after so many updates");
    addFileOption(app, "--samples", options.samples,
                  "Picture (PNG) of 225 training images and samples after the last epoch");
}

} // namespace

void addTrainOptions(CLI::App &app, TrainOptions &options) {
    addTrainingOptions(app, options);
    addFileOptions(app, options);
}

void check(const TrainOptions &options) {
    checkUsage([&] {
        requireValid(options.config);
        requireValid(options.likelihood.ais);
    });
    options.likelihood.budget.check();
    if (options.checkpointEvery > 0 && options.output.empty())
        throw UsageError("--checkpoint-every needs --output, beside which it writes.");
    const NamedFile samples{"--samples", options.samples};
    requirePngName(samples);
    requireOutputs({{"--resume", options.resume}, {"--controls", options.controls}},
                   {{"--output", options.output}, {"--log", options.log}, samples});
}

TrainingState resumedState(const TrainOptions &options, const CLI::App &app) {
    TrainingState state = loadCheckpoint(options.resume);
    const TrainingConfig &given = options.config;
    TrainingConfig &kept = state.config;
    options.trainer.refuseOthers(app, given, kept, options.resume);
    if (app.count("--num-epoch") > 0)
        kept.numEpoch = given.numEpoch;
    if (app.count("--learning-rate") > 0)
        state.controls.learningRate = kept.learningRate = given.learningRate;
    if (app.count("--momentum") > 0)
        state.controls.momentum = kept.momentum = given.momentum;
    return state;
}

void printOptions(const TrainOptions &options, const TrainingConfig &config,
                  const DatasetPair &data, const BackendInfo &backend, std::ostream &out) {
    const auto line = [&](const char *name, const auto &value) {
        out << fmt::format("{}: {}\n", name, value);
    };
    line("num-hidden", config.numHidden);
    line("k", config.k);
    line("batch-size", config.batchSize);
    line("num-epoch", config.numEpoch);
    line("learning-rate", config.learningRate);
    line("momentum", config.momentum);
    line("ais-batch-size", options.likelihood.ais.batchSize);
    line("ais-num-batch", options.likelihood.ais.numBatch);
    line("ais-intermediate-steps", options.likelihood.ais.intermediateSteps);
    line("ais-burn-in-steps", options.likelihood.ais.burnInSteps);
    line("data-loader-num-worker", options.loaderThreads);
    line("seed", config.seed);
    line("pixels", pixelsName(config.pixels));
    printTrainer(config, out);
    if (!options.controls.empty())
        line("controls", options.controls);
    line("likelihood", options.likelihood.kind);
    line("data", fmt::format("{}, {} training and {} test images", data.name, data.train->count(),
                             data.test->count()));
    line("backend", fmt::format("{} ({})", backend.name, backend.device));
    out.flush();
}

} // namespace rbm
