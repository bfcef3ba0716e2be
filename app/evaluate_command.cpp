#include "app/command_line.h"
#include "app/evaluation.h"
#include "app/progress_bar.h"
#include "app/trusted_likelihood.h"
#include "engine/likelihood/exact.h"
#include "engine/training/checkpoint.h"

#include <fmt/format.h>

#include <chrono>
#include <initializer_list>
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
    BudgetOptions budget;
    DeviceOptions device;
};

/// "exact", "original" or "trusted".
std::string methodFor(const EvaluateOptions &options, const RbmParameters &parameters) {
    if (options.exact)
        return "exact";
    if (options.method != "auto")
        return options.method;
    return isQuickToEnumerate(parameters) ? "exact" : "trusted";
}

/// An option that the method does not know would be ignored.
void refuseOthers(const CLI::App &app, const std::string &method) {
    const auto refuse = [&](std::initializer_list<const char *> names, const char *owner) {
        for (const char *name : names) {
            if (app.count(name) > 0)
                throw UsageError(fmt::format("{} belongs to --method {}: name that method, or "
                                             "leave it out.",
                                             name, owner));
        }
    };
    if (method != "original")
        refuse({"--ais-batch-size", "--ais-num-batch", "--ais-intermediate-steps",
                "--ais-burn-in-steps"},
               "original");
    if (method != "trusted" && method != "auto")
        refuse({"--budget", "--runs", "--temperatures"}, "trusted");
}

void check(const EvaluateOptions &options, const CLI::App &app) {
    if (options.exact && options.method != "auto" && options.method != "exact")
        throw UsageError("--exact and --method " + options.method + " exclude each other.");
    refuseOthers(app, options.exact ? "exact" : options.method);
    options.budget.check();
    checkUsage([&] { requireValid(options.ais); });
}

/// The visible states of the chains in a checkpoint, [N, V]; of a plain model none.
std::vector<std::uint8_t> persistentStates(const std::string &path) {
    const auto state = loadCheckpointIfOne(path);
    return state ? state->chains.visible : std::vector<std::uint8_t>();
}

TrustedEstimate estimateTrusted(const EvaluateOptions &options, const Dataset &images,
                                Backend &backend, const Progress &progress) {
    const AnnealingPlan plan = options.budget.plan(backend, images, options.seed);
    return runTrusted(backend, images, persistentStates(options.model), plan, options.seed,
                      progress);
}

void findLogPartition(const EvaluateOptions &options, const std::string &method,
                      const RbmParameters &parameters, const Dataset &images, Backend &backend,
                      const Console &console, Evaluation &result) {
    ProgressBar bar(console.err, console.terminal, method == "trusted" ? "sweeps" : "temperatures");
    const Progress progress = [&](std::uint64_t done, std::uint64_t total) {
        bar.show("log Z", done, total);
    };
    if (method == "exact") {
        result.partition = exactLogPartition(parameters, options.device.threads, &stopRequested);
    } else if (method == "original") {
        result.partition = runAis(backend, options.ais, options.seed, progress);
    } else {
        result.trusted = estimateTrusted(options, images, backend, progress);
        result.partition = result.trusted->combined;
        result.assessment = result.trusted->assessment;
        return;
    }
    result.assessment = judge(result.partition);
}

Evaluation evaluate(const EvaluateOptions &options, const Model &model, const DatasetPair &data,
                    Backend &backend, const Console &console) {
    const auto start = std::chrono::steady_clock::now();
    const std::string method = methodFor(options, model.parameters);
    Evaluation result;
    const Pixels usual = method == "original" ? Pixels::Gray : Pixels::Sampled;
    result.pixels = options.pixels.empty() ? usual : pixelsFromName(options.pixels);
    findLogPartition(options, method, model.parameters, *data.train, backend, console, result);
    const auto score = [&](const Dataset &images) {
        const auto pixels = binarise(images, result.pixels, options.seed);
        return meanNegativeFreeEnergy(backend, pixels, model.parameters.visible);
    };
    result.testScore = score(*data.test);
    result.trainScore = score(*data.train);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - start;
    result.seconds = passed.count();
    return result;
}

int run(const EvaluateOptions &options, const CLI::App &app, Console &console) {
    check(options, app);
    const Model model = loadModel(options.model);
    const DatasetPair data = loadData(options.data);
    requireFit(model, options.model, *data.test);
    requireFit(model, options.model, *data.train);
    const auto backend = options.device.makeBackend();
    backend->setParameters(model.parameters);
    const Evaluation result = evaluate(options, model, data, *backend, console);
    if (options.json)
        printJson(result, console.out);
    else
        printText(result, console.out);
    return 0;
}

} // namespace

Command makeEvaluateCommand(CLI::App &parent) {
    auto options = std::make_shared<EvaluateOptions>();
    CLI::App *app = parent.add_subcommand("evaluate", "Measures a model's log-likelihood");
    app->add_option("MODEL", options->model, "Model file")->required();
    app->add_option("--method", options->method,
                    "How to find log Z; auto: exact where that takes a second or two, else trusted")
        ->check(CLI::IsMember({"auto", "exact", "original", "trusted"}));
    app->add_flag("--exact", options->exact, "Short for --method exact");
    app->add_option("--pixels", options->pixels,
                    "How gray pixels are used; default gray for original, sampled for the others")
        ->check(CLI::IsMember({"gray", "sampled", "threshold"}));
    addDataOption(*app, options->data);
    addSeedOption(*app, options->seed);
    options->budget.addTo(*app);
    addAisOptions(*app, options->ais);
    options->device.addTo(*app);
    app->add_flag("--json", options->json, "Print one JSON object");
    return {app, [options, app](Console &console) { return run(*options, *app, console); }};
}

} // namespace rbm
