#include "app/benchmark_report.h"
#include "app/command_line.h"
#include "app/command_options.h"
#include "app/progress_bar.h"
#include "engine/base/cache_folder.h"
#include "engine/benchmark/trained_states.h"
#include "engine/training/checkpoint.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>
#include <utility>

namespace rbm {

namespace {

constexpr std::size_t kActivitySweeps = 50;
constexpr std::size_t kSweepSteps = 10;
constexpr std::size_t kQuickSweepSteps = 2;
constexpr std::size_t kSweepRepetitions = 3;

/// Without a terminal, a line after so many epochs of training.
constexpr std::uint64_t kEpochsPerNote = 10;

struct BenchmarkOptions {
    TrainingConfig config;
    MeasureOptions measure;
    DeviceOptions device;
    std::string pixels = pixelsName(TrainingConfig{}.pixels);
    std::string data;
    std::string state;
    std::vector<std::size_t> epochs = {0, 50, 130};
    bool quick = false;
    bool prepare = false;
    bool updatesOnly = false;
    bool sweep = false;
    bool json = false;
};

/// What was not given becomes small.
void makeQuick(BenchmarkOptions &options, const CLI::App &app) {
    const auto set = [&](const char *name, auto &value, auto quick) {
        if (app.count(name) == 0)
            value = std::move(quick);
    };
    set("--epochs", options.epochs, std::vector<std::size_t>{0});
    set("--warm-up", options.measure.warmUpUpdates, 2);
    set("--updates", options.measure.updates, 10);
    set("--repetitions", options.measure.repetitions, 2);
    options.measure.warmUpSteps = 2;
    options.measure.watchedSteps = 20;
}

void check(const BenchmarkOptions &options) {
    checkUsage([&] {
        requireValid(options.config);
        requireValid(options.measure);
    });
}

/// One run of the command.
class BenchmarkRun {
public:
    BenchmarkRun(const BenchmarkOptions &options, const CLI::App &app, Console &console)
        : m_options(options), m_app(app), m_console(console) {
        m_data = loadData(options.data);
        m_backends = options.device.makeBackends();
        if (m_backends.empty())
            throw Error("There is no backend on this machine to measure.");
    }

    void run() {
        const auto states = m_options.state.empty() ? prepareStates() : openState();
        if (m_options.prepare)
            return tellFiles(states);
        BenchmarkReport report = newReport();
        if (!states.empty())
            report.config = states.front().state.config;
        for (const auto &backend : m_backends) {
            for (const BenchmarkState &state : states)
                report.results.push_back(measure(*backend, state));
            if (m_options.sweep)
                sweep(*backend, report);
        }
        if (m_options.json)
            printBenchmarkJson(report, m_console.out);
        else
            printBenchmark(report, m_console.out);
    }

private:
    std::vector<BenchmarkState> prepareStates() {
        StateRequest request;
        request.config = m_options.config;
        request.data = m_data.train;
        request.epochs = m_options.epochs;
        request.folder = cacheFolder();
        request.loaderThreads = m_options.measure.loaderThreads;
        ProgressBar bar(m_console.err, m_console.terminal, "updates");
        return trainedStates(*m_backends.front(), request, [&](auto update, auto total) {
            throwIfStopped();
            note(update, total, request.folder);
            bar.show("Training start states", update, total);
        });
    }

    void note(std::uint64_t update, std::uint64_t total, const std::filesystem::path &folder) {
        const std::size_t batch = m_options.config.batchSize;
        const std::uint64_t perEpoch = (m_data.train->count() + batch - 1) / batch;
        const std::uint64_t epoch = update / perEpoch;
        if (!std::exchange(m_noted, true))
            m_console.err << fmt::format("Training start states up to epoch {}, kept in {}.\n",
                                         total / perEpoch, folder.string())
                          << std::flush;
        else if (!m_console.terminal && update % (kEpochsPerNote * perEpoch) == 0)
            m_console.err << fmt::format("Epoch {} of {}\n", epoch, total / perEpoch) << std::flush;
    }

    /// The state of the file, with those options of this call that do not make
    /// it another one.
    std::vector<BenchmarkState> openState() {
        TrainingState state = loadCheckpoint(m_options.state);
        const auto given = [&](const char *name) { return m_app.count(name) > 0; };
        if (given("--k"))
            state.config.k = m_options.config.k;
        if (given("--pixels"))
            state.config.pixels = m_options.config.pixels;
        if (given("--learning-rate"))
            state.controls.learningRate = m_options.config.learningRate;
        if (given("--momentum"))
            state.controls.momentum = m_options.config.momentum;
        const std::size_t batch = state.config.batchSize;
        const std::uint64_t perEpoch = (m_data.train->count() + batch - 1) / batch;
        if (perEpoch == 0)
            throw Error("There are no training images to benchmark with.");
        std::vector<BenchmarkState> states;
        states.push_back({state.update / perEpoch, std::move(state), m_options.state});
        return states;
    }

    void tellFiles(const std::vector<BenchmarkState> &states) {
        nlohmann::ordered_json json = {{"states", nlohmann::ordered_json::array()}};
        for (const BenchmarkState &state : states) {
            if (!m_options.json)
                m_console.out << state.epoch << '\t' << state.file.string() << '\n';
            json["states"].push_back({{"epoch", state.epoch}, {"file", state.file.string()}});
        }
        if (m_options.json)
            m_console.out << json.dump(2) << '\n';
    }

    BenchmarkReport newReport() const {
        BenchmarkReport report;
        report.config = m_options.config;
        report.data = m_data.name;
        report.images = m_data.train->count();
        report.visible = m_data.train->imageSize();
        report.measured = m_options.measure;
        return report;
    }

    BenchmarkResult measure(Backend &backend, const BenchmarkState &from) {
        const MeasureOptions &options = m_options.measure;
        BenchmarkResult result;
        result.backend = backend.info();
        result.epoch = from.epoch;
        result.state = from.file.string();
        result.activity = measureActivity(backend, from.state, kActivitySweeps, throwIfStopped);
        if (m_options.updatesOnly) {
            result.updates =
                measureUpdates(backend, m_data.train, from.state, options, throwIfStopped);
            return result;
        }
        const BackendSpeed speed =
            measureBackend(backend, m_data.train, from.state, options, throwIfStopped);
        result.updates = speed.updates;
        result.chains = speed.chains;
        result.ais = speed.ais;
        return result;
    }

    void sweep(Backend &backend, BenchmarkReport &report) {
        report.sweepSteps = m_options.quick ? kQuickSweepSteps : kSweepSteps;
        const auto shapes = sweepShapes(m_options.quick);
        ProgressBar bar(m_console.err, m_console.terminal, "shapes");
        for (const SweepShape &shape : shapes) {
            bar.show("Sizes", report.sweep.size() % shapes.size(), shapes.size());
            report.sweep.push_back(
                {backend.info(), measureShape(backend, shape, report.sweepSteps, kSweepRepetitions,
                                              throwIfStopped)});
        }
    }

    const BenchmarkOptions &m_options;
    const CLI::App &m_app;
    Console &m_console;
    DatasetPair m_data;
    std::vector<std::unique_ptr<Backend>> m_backends;
    bool m_noted = false;
};

void addStateOptions(CLI::App &app, BenchmarkOptions &options) {
    auto *epochs = app.add_option("--epochs", options.epochs,
                                  "Measure the model after so many epochs of training, separated "
                                  "by commas; trained once and kept in the user's cache folder")
                       ->delimiter(',')
                       ->check(CLI::Range(0, 1000000));
    auto *state = app.add_option("--state", options.state, "Measure from this checkpoint instead")
                      ->type_name("FILE");
    auto *prepare = app.add_flag("--prepare", options.prepare,
                                 "Only train what is missing, and print the checkpoints' files");
    state->excludes(epochs)->excludes(prepare);
    for (const char *name : {"--num-hidden", "--batch-size", "--seed"})
        state->excludes(app.get_option(name));
}

void addMeasureOptions(CLI::App &app, BenchmarkOptions &options) {
    MeasureOptions &measure = options.measure;
    app.add_option("--warm-up", measure.warmUpUpdates, "Updates before each measurement");
    app.add_option("--updates", measure.updates, "Updates of each measurement");
    app.add_option("--repetitions", measure.repetitions, "How often all is measured");
    app.add_flag("--quick", options.quick,
                 "A rough look: epoch 0, 10 updates twice, and a short --sweep");
    app.add_flag("--updates-only", options.updatesOnly, "Neither watched chains nor AIS");
    app.add_flag("--sweep", options.sweep, "Random models of many sizes, too");
    app.add_flag("--json", options.json, "Print one JSON object");
}

} // namespace

Command makeBenchmarkCommand(CLI::App &parent) {
    auto options = std::make_shared<BenchmarkOptions>();
    CLI::App *app = parent.add_subcommand("benchmark", "Measures how fast this machine is");
    addDataOption(*app, options->data);
    addConfigOptions(*app, options->config, options->pixels);
    addAisOptions(*app, options->measure.ais);
    options->device.addTo(*app);
    options->device.addSimdTo(*app);
    addLoaderOption(*app, options->measure.loaderThreads);
    addStateOptions(*app, *options);
    addMeasureOptions(*app, *options);
    return {app, [options, app](Console &console) {
                options->config.pixels = pixelsFromName(options->pixels);
                if (options->quick)
                    makeQuick(*options, *app);
                check(*options);
                BenchmarkRun(*options, *app, console).run();
                return 0;
            }};
}

} // namespace rbm
