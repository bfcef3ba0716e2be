#include "app/command_options.h"
#include "app/progress_bar.h"
#include "engine/inspection/digit_classifier.h"
#include "engine/sampling/mixing.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <memory>
#include <numeric>

namespace rbm {

namespace {

using Json = nlohmann::ordered_json;

/// A chain counts as being in a class that is at least this probable.
constexpr float kSure = 0.8F;

struct MixingOptions {
    std::string model;
    std::string data;
    std::size_t count = 100;
    std::size_t steps = 3000;
    std::size_t replicas = 10;
    std::uint64_t seed = 1;
    bool json = false;
    DeviceOptions device;
};

std::vector<int> sureClasses(const DigitClassifier &classifier,
                             std::span<const std::uint8_t> images) {
    const std::vector<float> p = classifier.probabilities(images);
    const auto classes = static_cast<std::ptrdiff_t>(classifier.classes());
    std::vector<int> result;
    for (auto first = p.begin(); first != p.end(); first += classes) {
        const auto best = std::max_element(first, first + classes);
        result.push_back(*best >= kSure ? static_cast<int>(best - first) : -1);
    }
    return result;
}

void train(DigitClassifier &classifier, const Console &console) {
    ProgressBar bar(console.err, console.terminal, "percent");
    do {
        bar.show("Classifier", static_cast<std::uint64_t>(100 * classifier.progress()), 100);
        throwIfStopped();
    } while (classifier.train());
}

void advance(MixingStudy &study, std::size_t steps, const Console &console) {
    ProgressBar bar(console.err, console.terminal, "steps");
    while (study.steps() < steps) {
        bar.show("Sampling", study.steps(), steps);
        study.advance();
        throwIfStopped();
    }
}

Json describe(const ClassVisits &visits) {
    auto changes = visits.changes;
    std::sort(changes.begin(), changes.end());
    const double sum = std::accumulate(changes.begin(), changes.end(), 0.0);
    const auto looks = std::accumulate(visits.visits.begin(), visits.visits.end(), visits.unsure);
    Json shares = Json::array();
    for (const std::uint64_t visit : visits.visits)
        shares.push_back(static_cast<double>(visit) / static_cast<double>(looks));
    return {{"class_changes_mean", sum / static_cast<double>(changes.size())},
            {"class_changes_median", changes[changes.size() / 2]},
            {"chains_that_stayed", std::count(changes.begin(), changes.end(), 0U)},
            {"class_shares", shares},
            {"unsure_share", static_cast<double>(visits.unsure) / static_cast<double>(looks)}};
}

void printArm(const char *name, const Json &arm, const MixingOptions &options, std::ostream &out) {
    out << fmt::format("{}: a chain changes its class {:.1f} times in {} steps (median {}); {} of "
                       "{} never did\n",
                       name, arm["class_changes_mean"].get<double>(), options.steps,
                       arm["class_changes_median"].get<std::uint32_t>(),
                       arm["chains_that_stayed"].get<std::size_t>(), options.count);
    out << "  in each class, percent:";
    for (const auto &share : arm["class_shares"])
        out << fmt::format(" {:.1f}", 100 * share.get<double>());
    out << fmt::format("; in none surely: {:.1f}\n", 100 * arm["unsure_share"].get<double>());
}

void print(const Json &result, const MixingOptions &options, std::ostream &out) {
    out << fmt::format("Classes are told by logistic regression on P(h | v), right for {:.1f} % of "
                       "the test images.\n",
                       100 * result["classifier_test_accuracy"].get<double>());
    printArm("Plain Gibbs sampling", result["plain"], options, out);
    printArm("Parallel tempering", result["tempered"], options, out);
    const auto rates = result["swap_rates"].get<std::vector<double>>();
    const auto [low, high] = std::minmax_element(rates.begin(), rates.end());
    out << fmt::format("  {} replicas, swap rates {:.2f} to {:.2f}, {} round trips\n",
                       options.replicas, *low, *high, result["round_trips"].get<std::uint64_t>());
}

std::vector<std::uint8_t> binaryStarts(const Dataset &images, const MixingOptions &options) {
    std::vector<std::uint8_t> starts = chooseImages(images, options.count, options.seed);
    for (std::uint8_t &pixel : starts)
        pixel = pixel >= 128 ? 1 : 0;
    return starts;
}

int run(const MixingOptions &options, Console &console) {
    const Model model = loadModel(options.model);
    const DatasetPair data = loadData(options.data);
    requireFit(model, options.model, *data.train);
    const auto backend = options.device.makeBackend();
    backend->setParameters(model.parameters);
    DigitClassifier classifier(*backend, data.train, options.seed);
    train(classifier, console);
    MixingStudy::Options study;
    study.replicas = options.replicas;
    study.classes = classifier.classes();
    study.seed = options.seed;
    MixingStudy mixing(*backend, binaryStarts(*data.train, options), options.count, study,
                       [&](auto images) { return sureClasses(classifier, images); });
    advance(mixing, options.steps, console);
    const TemperingView &ladder = mixing.ladder();
    const Json result = {{"classifier_test_accuracy", classifier.accuracy(*data.test)},
                         {"chains", options.count},
                         {"steps", mixing.steps()},
                         {"plain", describe(mixing.plain())},
                         {"tempered", describe(mixing.tempered())},
                         {"replicas", options.replicas},
                         {"betas", ladder.betas},
                         {"swap_rates", ladder.swapRate},
                         {"round_trips", ladder.roundTrips}};
    if (options.json)
        console.out << result.dump(2) << '\n';
    else
        print(result, options, console.out);
    return 0;
}

} // namespace

Command makeMixingCommand(CLI::App &parent) {
    auto options = std::make_shared<MixingOptions>();
    CLI::App *app = parent.add_subcommand(
        "mixing", "Tells how often chains change their class, plain and tempered");
    app->add_option("MODEL", options->model, "Model file")->required();
    addDataOption(*app, options->data);
    addSeedOption(*app, options->seed);
    app->add_option("--count", options->count, "Chains of each kind")->check(CLI::Range(1, 100000));
    app->add_option("--steps", options->steps, "Gibbs steps of each chain")
        ->check(CLI::Range(1, 100000000));
    app->add_option("--num-replicas", options->replicas, "Temperatures of each tempered chain")
        ->check(CLI::Range(2, 100));
    app->add_flag("--json", options->json, "Print JSON");
    options->device.addTo(*app);
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
