#include "app/command_line.h"
#include "app/command_options.h"
#include "app/progress_bar.h"
#include "engine/likelihood/exact.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <memory>

namespace rbm {

namespace {

struct EvaluateOptions {
    std::string model;
    std::string data;
    std::string method = "auto";
    bool exact = false;
    bool json = false;
    std::string pixels; ///< empty: depends on the method
    std::uint64_t seed = 1;
    AisOptions ais;
    DeviceOptions device;
};

struct Evaluation {
    LogPartition partition;
    Pixels pixels = Pixels::Gray;
    double test = 0;
    double train = 0;
    double seconds = 0;
};

bool wantsExact(const EvaluateOptions &options, const RbmParameters &parameters) {
    if (options.exact || options.method == "exact")
        return true;
    return options.method == "auto" && isQuickToEnumerate(parameters);
}

void check(const EvaluateOptions &options) {
    if (options.exact && options.method == "original")
        throw UsageError("--exact and --method original exclude each other.");
    checkUsage([&] { requireValid(options.ais); });
}

LogPartition estimate(const EvaluateOptions &options, Backend &backend, const Console &console) {
    ProgressBar bar(console.err, console.terminal, "temperatures");
    return runAis(backend, options.ais, options.seed,
                  [&](std::uint64_t done, std::uint64_t total) { bar.show("log Z", done, total); });
}

Evaluation evaluate(const EvaluateOptions &options, const Model &model, const DatasetPair &data,
                    Backend &backend, const Console &console) {
    const auto start = std::chrono::steady_clock::now();
    const bool exact = wantsExact(options, model.parameters);
    Evaluation result;
    result.pixels = options.pixels.empty() ? (exact ? Pixels::Sampled : Pixels::Gray)
                                           : pixelsFromName(options.pixels);
    result.partition =
        exact ? exactLogPartition(model.parameters, options.device.threads, &stopRequested)
              : estimate(options, backend, console);
    const auto likelihood = [&](const Dataset &images) {
        const auto pixels = binarise(images, result.pixels, options.seed);
        return meanNegativeFreeEnergy(backend, pixels, model.parameters.visible) -
               result.partition.logZ;
    };
    result.test = likelihood(*data.test);
    result.train = likelihood(*data.train);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    result.seconds = passed.count();
    return result;
}

/// The library writes numbers that are not finite as null.
void printJson(const Evaluation &result, std::ostream &out) {
    const LogPartition &z = result.partition;
    const nlohmann::ordered_json json = {{"method", z.method},
                                         {"log_z", z.logZ},
                                         {"log_z_low", z.low},
                                         {"log_z_high", z.high},
                                         {"effective_sample_size", z.effectiveSampleSize},
                                         {"runs", z.runs},
                                         {"temperatures", z.temperatures},
                                         {"pixels", pixelsName(result.pixels)},
                                         {"test_log_likelihood", result.test},
                                         {"train_log_likelihood", result.train},
                                         {"seconds", result.seconds}};
    out << json.dump(2) << '\n';
}

void printText(const Evaluation &result, std::ostream &out) {
    const LogPartition &z = result.partition;
    out << fmt::format("Method: {}\nlog Z: {:.4f}, 3-sigma interval [{:.4f}, {:.4f}]\n", z.method,
                       z.logZ, z.low, z.high);
    out << fmt::format("Test log-likelihood: {:.4f} nats per image ({} pixels)\n", result.test,
                       pixelsName(result.pixels));
    out << fmt::format("Train log-likelihood: {:.4f} nats per image ({} pixels)\n", result.train,
                       pixelsName(result.pixels));
    out << fmt::format("Seconds: {:.2f}\n", result.seconds);
}

int run(const EvaluateOptions &options, Console &console) {
    check(options);
    const Model model = loadModel(options.model);
    const DatasetPair data = loadData(options.data);
    requireFit(model, *data.test);
    requireFit(model, *data.train);
    const auto backend = options.device.makeBackend();
    backend->setParameters(model.parameters);
    const Evaluation result = evaluate(options, model, data, *backend, console);
    if (options.json)
        printJson(result, console.out);
    else
        printText(result, console.out);
    if (result.partition.method != "exact")
        console.err << describeSampleSize(result.partition) << '\n';
    return 0;
}

} // namespace

Command makeEvaluateCommand(CLI::App &parent) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App *app = parent.add_subcommand("evaluate", "Measures a model's log-likelihood");
    app->add_option("MODEL", options->model, "Model file")->required();
    app->add_option(
           "--method", options->method,
           "How to find log Z; auto: exact where that takes a second or two, else original")
        ->check(CLI::IsMember({"auto", "exact", "original"}));
    app->add_flag("--exact", options->exact, "Short for --method exact");
    app->add_option("--pixels", options->pixels,
                    "How gray pixels are used; default gray for original, sampled for exact")
        ->check(CLI::IsMember({"gray", "sampled", "threshold"}));
    addDataOption(*app, options->data);
    addSeedOption(*app, options->seed);
    addAisOptions(*app, options->ais);
    options->device.addTo(*app);
    app->add_flag("--json", options->json, "Print one JSON object");
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
