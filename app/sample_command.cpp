#include "app/command_options.h"
#include "app/file_options.h"
#include "app/progress_bar.h"
#include "engine/data/idx.h"
#include "engine/sampling/gibbs_sampler.h"
#include "ui/support/pictures.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace rbm {

namespace {

struct SampleOptions {
    std::string model;
    std::string data;
    std::string start = "data";
    std::string output;
    std::string states;
    std::string probabilities;
    std::size_t count = 225;
    std::size_t steps = 3000;
    std::size_t columns = 15;
    std::uint64_t seed = 1;
    DeviceOptions device;
};

void check(const SampleOptions &options) {
    if (options.output.empty() && options.states.empty() && options.probabilities.empty())
        throw UsageError("Nothing to write: name a file with --output, --states or "
                         "--probabilities.");
    const NamedFile output{"--output", options.output};
    requirePngName(output);
    requireOutputs(
        {{"MODEL", options.model}},
        {output, {"--states", options.states}, {"--probabilities", options.probabilities}});
}

void advance(GibbsSampler &sampler, std::size_t steps, const Console &console) {
    constexpr std::size_t kSlice = 10;
    ProgressBar bar(console.err, console.terminal, "steps");
    while (sampler.steps() < steps) {
        bar.show("Sampling", sampler.steps(), steps);
        sampler.advance(std::min(steps - sampler.steps(), kSlice));
        throwIfStopped();
    }
}

void saveImages(const std::string &path, const Model &model, std::vector<std::uint8_t> bytes) {
    const std::size_t count = bytes.size() / model.parameters.visible;
    writeIdx(path, IdxArray{{count, model.height, model.width}, std::move(bytes)});
}

void saveStates(const std::string &path, const Model &model, const GibbsSampler &sampler) {
    std::vector<std::uint8_t> bytes = sampler.states().visible;
    for (std::uint8_t &byte : bytes)
        byte = byte == 0 ? 0 : 255;
    saveImages(path, model, std::move(bytes));
}

void saveProbabilities(const std::string &path, const Model &model,
                       const std::vector<float> &probabilities) {
    std::vector<std::uint8_t> bytes(probabilities.size());
    std::transform(probabilities.begin(), probabilities.end(), bytes.begin(), [](float p) {
        return static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(p, 0.0F, 1.0F)));
    });
    saveImages(path, model, std::move(bytes));
}

int run(const SampleOptions &options, Console &console) {
    check(options);
    const Model model = loadModel(options.model);
    const bool fromData = options.start == "data";
    std::vector<std::uint8_t> starts;
    if (fromData) {
        const DatasetPair data = loadData(options.data);
        requireFit(model, options.model, *data.train);
        starts = chooseImages(*data.train, options.count, options.seed);
    }
    const auto backend = options.device.makeBackend();
    backend->setParameters(model.parameters);
    GibbsSampler sampler = fromData ? GibbsSampler(*backend, starts, options.count, options.seed)
                                    : GibbsSampler::fromNoise(*backend, model.parameters.visible,
                                                              options.count, options.seed);
    advance(sampler, options.steps, console);
    const std::vector<float> probabilities = sampler.probabilities();
    if (!options.states.empty())
        saveStates(options.states, model, sampler);
    if (!options.probabilities.empty())
        saveProbabilities(options.probabilities, model, probabilities);
    if (!options.output.empty())
        savePng(sampleGrid(starts, probabilities, model.width, model.height, options.columns),
                options.output);
    console.err << "Sampled " << options.count << " chains of " << options.steps << " steps on "
                << backend->info().name << ".\n";
    return 0;
}

void addFiles(CLI::App &app, SampleOptions &options) {
    app.add_option("MODEL", options.model, "Model file")->required();
    addFileOption(app, "--output", options.output,
                  "Picture (PNG): real images left, samples right");
    addFileOption(app, "--states", options.states,
                  "IDX file for the final binary states, 0 or 255");
    addFileOption(app, "--probabilities", options.probabilities, "IDX file for 255 * P(v = 1)");
}

} // namespace

Command makeSampleCommand(CLI::App &parent) {
    auto options = std::make_shared<SampleOptions>();
    CLI::App *app = parent.add_subcommand("sample", "Samples images from a model");
    addFiles(*app, *options);
    addDataOption(*app, options->data);
    addSeedOption(*app, options->seed);
    app->add_option("--count", options->count, "Chains")->check(CLI::Range(1, 1000000));
    app->add_option("--steps", options->steps, "Gibbs steps of each chain");
    app->add_option("--start", options->start, "Where chains start")
        ->check(CLI::IsMember({"data", "noise"}));
    app->add_option("--columns", options->columns, "Images per row of the picture")
        ->check(CLI::Range(1, 10000));
    options->device.addTo(*app);
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
