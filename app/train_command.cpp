#include "app/command_line.h"
#include "app/progress_bar.h"
#include "app/saved_elsewhere.h"
#include "app/showcase.h"
#include "app/train_log.h"
#include "app/train_options.h"
#include "engine/base/shown_text.h"
#include "engine/monitors/monitors.h"
#include "engine/training/checkpoint.h"
#include "engine/training/divergence.h"
#include "ui/support/data_key.h"

#include <fmt/format.h>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>

namespace rbm {

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

std::string checkpointPath(const std::string &output) {
    return std::filesystem::path(output).replace_extension(".checkpoint.safetensors").string();
}

/// One run of the command.
class TrainRun {
public:
    TrainRun(const TrainOptions &options, const CLI::App &app, Console &console)
        : m_options(options), m_console(console), m_bar(console.err, console.terminal, "updates") {
        std::optional<TrainingState> state;
        if (!options.resume.empty())
            state = resumedState(options, app);
        if (!options.controls.empty())
            m_plan = readControlHistory(options.controls);
        m_data = loadData(options.data);
        m_dataNote = {m_data.name, dataKeyOf(*m_data.train).toStdString()};
        if (state)
            requireSameImages();
        m_backend = options.device.makeBackend();
        m_controls = state ? state->controls
                           : LiveControls{options.config.learningRate, options.config.momentum};
        m_trainer = state ? resumedTrainer(*state)
                          : std::make_unique<PcdTrainer>(*m_backend, m_data.train, options.config,
                                                         options.loaderThreads);
        m_numEpoch = m_trainer->config().numEpoch;
        if (m_data.test->imageSize() != m_data.train->imageSize())
            throw Error("The test images do not have the size of the training images.");
        m_likelihood.emplace(options.likelihood, m_data, m_trainer->config().seed);
        if (!options.log.empty())
            m_monitors.emplace(m_data, m_trainer->config().pixels, m_trainer->config().seed);
        m_lastGood = m_trainer->state();
    }

    void run() {
        printOptions(m_options, m_trainer->config(), m_data, m_backend->info(), m_console.out);
        if (m_trainer->finished())
            m_console.err << fmt::format("rbm: {} done already, and --num-epoch asks for {}; "
                                         "nothing is left to train.",
                                         m_trainer->epoch() == 1
                                             ? "1 epoch is"
                                             : fmt::format("{} epochs are", m_trainer->epoch()),
                                         m_trainer->config().numEpoch)
                          << std::endl;
        try {
            train();
            saveResults();
        } catch (const DeviceError &error) {
            saveWhatTheDeviceLeft(error);
        } catch (const Interrupted &) {
            m_bar.clear();
            if (!m_options.output.empty())
                saveRunCheckpoint();
            throw;
        }
    }

private:
    /// Other images would make other epochs of the same updates, and another run of it.
    void requireSameImages() const {
        const DataNote trained = loadDataNote(m_options.resume);
        if (!trained.key.empty() && trained.key != m_dataNote.key)
            throw Error(fmt::format("Cannot resume {}: it was trained on other images ({}) than "
                                    "these ({}); name those with --data.",
                                    m_options.resume, shown(trained.name), m_dataNote.name));
    }

    std::unique_ptr<PcdTrainer> resumedTrainer(const TrainingState &state) {
        try {
            return std::make_unique<PcdTrainer>(*m_backend, m_data.train, state,
                                                m_options.loaderThreads);
        } catch (const DeviceError &) {
            throw;
        } catch (const Error &error) {
            throw Error(fmt::format("Cannot resume {}. {}", m_options.resume, error.what()));
        }
    }

    void train() {
        TrainLog log(m_options.log, m_trainer->epoch());
        auto start = Clock::now();
        for (followPlan(); !m_trainer->finished(); followPlan()) {
            throwIfStopped();
            m_trainer->update(m_controls);
            showProgress();
            if (!m_trainer->atEpochEnd())
                continue;
            m_backend->wait();
            finishEpoch(log, secondsSince(start));
            start = Clock::now();
        }
    }

    /// Takes over what the list of controls says about the next update.
    void followPlan() {
        const ControlChange *now = m_plan.at(m_trainer->updates());
        if (now == nullptr)
            return;
        m_controls = now->controls;
        // What --num-epoch says is what was planned last.
        const bool isLast = now == &m_plan.changes().back();
        m_trainer->setNumEpoch(isLast || now->numEpoch == 0 ? m_numEpoch : now->numEpoch);
    }

    void showProgress() {
        if (m_console.terminal)
            m_bar.show(
                fmt::format("Epoch {}", (m_trainer->updates() - 1) / m_trainer->updatesPerEpoch()),
                m_trainer->updates(), m_trainer->config().numEpoch * m_trainer->updatesPerEpoch());
    }

    void finishEpoch(TrainLog &log, double seconds) {
        keepGoodState();
        EpochReport report;
        report.epoch = m_trainer->epoch() - 1;
        report.update = m_trainer->updates();
        report.seconds = seconds;
        const bool ends = m_trainer->finished() && m_trainer->average();
        if (ends)
            m_backend->setParameters(*m_trainer->average()); // the model that is saved
        m_likelihood->measure(*m_backend, m_lastGood.chains.visible, report);
        if (m_monitors)
            report.monitors =
                m_monitors->measure(*m_backend, m_trainer->chains(), m_trainer->updates());
        if (ends)
            putModel(*m_backend, m_lastGood); // a checkpoint goes on with it
        m_bar.clear();
        m_bar.restartRate();
        m_console.out << epochLine(report) << std::endl;
        tellSlowChains();
        if (report.likelihood || report.trusted)
            m_console.err << describeLikelihood(report) << std::endl;
        m_logTrouble = withoutStopping([&] { log.add(report); });
        if (m_options.checkpointEvery > 0 && m_trainer->epoch() % m_options.checkpointEvery == 0)
            m_checkpointTrouble = withoutStopping([&] { writeRunCheckpoint(runCheckpointPath()); });
    }

    /// Once: who waits several times as long should know why.
    void tellSlowChains() {
        if (std::exchange(m_hadFastChains, m_backend->hasFastChains()) && !m_hadFastChains)
            m_console.err
                << "rbm: The weights have outgrown the 16-bit sums of the chains, as those "
                   "of one unit add up to more than 512: from here on an epoch takes several "
                   "times as long. A lower --learning-rate or more --weight-decay keeps "
                   "them smaller."
                << std::endl;
    }

    /// A disk that is full now may have room for the next, and what was trained is worth more:
    /// tells the trouble, which it returns, and goes on.
    std::string withoutStopping(const std::function<void()> &write) {
        try {
            write();
            return {};
        } catch (const DeviceError &) {
            throw;
        } catch (const Error &error) {
            m_console.err << "rbm: " << error.what() << " The training goes on." << std::endl;
            return error.what();
        }
    }

    /// Throws Error where the training diverged; what was good is saved then.
    void keepGoodState() {
        TrainingState state = m_trainer->state();
        const Divergence divergence = divergenceOf(state.parameters);
        if (divergence == Divergence::None) {
            m_lastGood = std::move(state);
            return;
        }
        std::string advice = "train again with a lower --learning-rate";
        if (!m_options.output.empty())
            advice = saveLastGood(" with --resume {} and a lower --learning-rate");
        m_bar.clear();
        throw Error(fmt::format("The weights {} by update {}; {}.",
                                divergence == Divergence::NotFinite
                                    ? "became infinite"
                                    : fmt::format("grew beyond {}", kExplodedParameter),
                                state.update, advice));
    }

    /// What the device held is lost, but the state of the last epoch's end is on the host.
    [[noreturn]] void saveWhatTheDeviceLeft(const DeviceError &error) {
        m_bar.clear();
        std::string advice = "nothing was saved, as there is no --output";
        if (!m_options.output.empty())
            advice = saveLastGood(" on the CPU with --resume {} --no-cuda");
        std::string reason = error.what();
        if (reason.ends_with('.'))
            reason.pop_back();
        throw Error(fmt::format("{}; the training stopped at update {}; {}.", reason,
                                m_trainer->updates(), advice));
    }

    std::string runCheckpointPath() const { return checkpointPath(m_options.output); }

    /// Tells how to go on from there: `how` has a place for the path. Where it cannot be saved that
    /// is told instead, and why the training ended is not lost.
    std::string saveLastGood(const char *how) const {
        const std::string path = runCheckpointPath();
        try {
            saveOrElsewhere(path, [this](const std::string &to) {
                saveCheckpoint(to, m_lastGood, m_data.train->width, m_data.train->height,
                               m_dataNote);
            });
        } catch (const Error &error) {
            std::string trouble = error.what();
            if (trouble.ends_with('.'))
                trouble.pop_back();
            return "the last good state is not where it should be: " + trouble;
        }
        return fmt::format("go on from update {}", m_lastGood.update) +
               fmt::format(fmt::runtime(how), path);
    }

    void saveRunCheckpoint() {
        saveOrElsewhere(runCheckpointPath(),
                        [this](const std::string &path) { writeRunCheckpoint(path); });
    }

    void writeRunCheckpoint(const std::string &path) {
        TrainingState state = m_lastGood;
        // Within an epoch nobody looked yet whether the training still goes well. At its end the
        // backend may hold the average, if what was measured broke off.
        if (m_trainer->updates() != m_lastGood.update) {
            TrainingState now = m_trainer->state();
            if (divergenceOf(now.parameters) == Divergence::None)
                state = std::move(now);
        }
        saveCheckpoint(path, state, m_data.train->width, m_data.train->height, m_dataNote);
        m_console.err << "Saved the checkpoint " << path << "." << std::endl;
    }

    /// One that fails leaves the others; what failed is told at the end.
    void saveResults() {
        std::string troubles = m_logTrouble;
        const auto attempt = [&troubles](const std::function<void()> &save) {
            try {
                save();
            } catch (const DeviceError &) {
                throw;
            } catch (const Error &error) {
                troubles += (troubles.empty() ? "" : " ") + std::string(error.what());
            }
        };
        if (m_trainer->average())
            m_console.err << "The model is the mean of the last part's parameters." << std::endl;
        if (!m_options.output.empty())
            attempt([this] { saveRunModel(); });
        if (!m_checkpointTrouble.empty())
            attempt([this] { saveRunCheckpoint(); });
        if (!m_options.samples.empty())
            attempt([this] { saveSamples(); });
        if (!troubles.empty())
            throw Error(troubles);
    }

    void saveRunModel() {
        saveOrElsewhere(m_options.output, [this](const std::string &path) {
            saveModel(path, m_trainer->model(m_data.train->width, m_data.train->height));
        });
        m_console.err << "Saved the model " << m_options.output << "." << std::endl;
    }

    void saveSamples() {
        m_backend->setParameters(m_trainer->model(1, 1).parameters); // nothing is trained any more
        saveShowcase(*m_backend, *m_data.train, m_trainer->config().seed, m_options.samples);
        m_console.err << "Saved the samples " << m_options.samples << "." << std::endl;
    }

    const TrainOptions &m_options;
    Console &m_console;
    ProgressBar m_bar;
    DatasetPair m_data;
    DataNote m_dataNote; ///< tells these images from others
    std::unique_ptr<Backend> m_backend;
    LiveControls m_controls;
    ControlHistory m_plan; ///< of --controls
    std::size_t m_numEpoch = 0;
    std::unique_ptr<PcdTrainer> m_trainer; ///< goes before the backend
    TrainingState m_lastGood;              ///< of the last epoch's end
    std::optional<EpochLikelihood> m_likelihood;
    std::optional<Monitors> m_monitors; ///< only for the log
    std::string m_logTrouble;           ///< of its newest line; empty: it was written
    bool m_hadFastChains = true;
    std::string m_checkpointTrouble; ///< of the newest
};

} // namespace

Command makeTrainCommand(CLI::App &parent) {
    auto options = std::make_shared<TrainOptions>();
    CLI::App *app = parent.add_subcommand("train", "Trains a model");
    addTrainOptions(*app, *options);
    return {app, [options, app](Console &console) {
                options->config.pixels = pixelsFromName(options->pixels);
                options->trainer.apply(options->config);
                check(*options);
                TrainRun(*options, *app, console).run();
                return 0;
            }};
}

} // namespace rbm
