#include "app/trainer_options.h"

#include "app/command_options.h"
#include "ui/support/presets.h"

#include <fmt/format.h>

namespace rbm {

void TrainerOptions::addTo(CLI::App &app, TrainingConfig &config) {
    app.add_option("--algorithm", m_algorithm,
                   "pcd: chains go on where they were; cd: they start at the images; "
                   "pt: as pcd, with replicas at higher temperatures that swap states; "
                   "fpcd: as pcd, with fast weights that push the chains on")
        ->check(CLI::IsMember({"pcd", "cd", "pt", "fpcd"}));
    app.add_option("--fast-learning-rate", config.fastLearningRate,
                   "Learning rate of the fast weights of fpcd");
    app.add_option("--num-replicas", config.numReplicas,
                   "Temperatures of pt, the chains at 1 among them")
        ->check(CLI::Range(2, 100));
    app.add_option("--num-chains", config.numChains,
                   "Persistent chains, 0: as many as images in an update")
        ->check(CLI::Range(0, 100000));
    app.add_flag("--centred", config.centred,
                 "Centred gradient: around the mean pixels and mean activities");
    app.add_flag("--nesterov", config.nesterov, "Nesterov's momentum");
    app.add_option("--learning-rate-schedule", m_schedule,
                   "How the learning rate falls over the run")
        ->check(CLI::IsMember({"constant", "linear", "cosine", "inverse"}));
    app.add_option("--weight-decay", config.weightDecay, "L2 decay of the weights");
    app.add_option("--sparsity-cost", config.sparsityCost,
                   "Pull of the hidden units' mean activities to the target");
    app.add_option("--sparsity-target", config.sparsityTarget,
                   "Mean activity that sparsity pulls to");
    app.add_option("--average", config.average,
                   "The last part of the run, 0 to 1, whose mean parameters are the model");
    app.add_flag("--data-bias", config.dataBias,
                 "Visible biases start at the logits of the mean pixels");
}

void TrainerOptions::addPresetTo(CLI::App &app, TrainingConfig &config, std::string &pixels) {
    // CLI11 takes options in the order in which they were added, whatever that of the arguments.
    const auto set = [this, &config, &pixels](const std::string &id) {
        config = presetOf(id)->config;
        pixels = pixelsName(config.pixels);
        m_algorithm = algorithmName(config.algorithm);
        m_schedule = scheduleName(config.schedule);
    };
    app.add_option_function<std::string>(
           "--preset", set,
           "Settings under a name; options given beside it win (--centred=false, too)")
        ->check(CLI::IsMember(presetIds()));
}

void TrainerOptions::apply(TrainingConfig &config) const {
    config.algorithm = algorithmFromName(m_algorithm);
    config.schedule = scheduleFromName(m_schedule);
}

void TrainerOptions::refuseOthers(const CLI::App &app, const TrainingConfig &given,
                                  const TrainingConfig &kept, const std::string &run) const {
    const auto refuse = [&](const char *name, bool same) {
        if (app.count(name) > 0 && !same)
            throw UsageError(fmt::format("{} differs from the run in {}: leave it out to go on, "
                                         "or start a new run without --resume.",
                                         name, run));
    };
    refuse("--num-hidden", given.numHidden == kept.numHidden);
    refuse("--k", given.k == kept.k);
    refuse("--batch-size", given.batchSize == kept.batchSize);
    refuse("--seed", given.seed == kept.seed);
    refuse("--pixels", given.pixels == kept.pixels);
    refuse("--algorithm", given.algorithm == kept.algorithm);
    refuse("--num-replicas", given.numReplicas == kept.numReplicas);
    refuse("--num-chains", given.numChains == kept.numChains);
    refuse("--centred", given.centred == kept.centred);
    refuse("--nesterov", given.nesterov == kept.nesterov);
    refuse("--learning-rate-schedule", given.schedule == kept.schedule);
    refuse("--weight-decay", given.weightDecay == kept.weightDecay);
    refuse("--fast-learning-rate", given.fastLearningRate == kept.fastLearningRate);
    refuse("--sparsity-cost", given.sparsityCost == kept.sparsityCost);
    refuse("--sparsity-target", given.sparsityTarget == kept.sparsityTarget);
    refuse("--average", given.average == kept.average);
    refuse("--data-bias", given.dataBias == kept.dataBias);
}

void printTrainer(const TrainingConfig &config, std::ostream &out) {
    const TrainingConfig original;
    const auto line = [&](const char *name, const auto &value, bool usual) {
        if (!usual)
            out << fmt::format("{}: {}\n", name, value);
    };
    line("algorithm", algorithmName(config.algorithm), config.algorithm == original.algorithm);
    line("num-replicas", config.numReplicas, config.algorithm != Algorithm::Pt);
    line("num-chains", config.numChains, config.numChains == original.numChains);
    line("centred", config.centred, !config.centred);
    line("nesterov", config.nesterov, !config.nesterov);
    line("learning-rate-schedule", scheduleName(config.schedule),
         config.schedule == original.schedule);
    line("weight-decay", config.weightDecay, config.weightDecay == 0);
    line("fast-learning-rate", config.fastLearningRate, config.algorithm != Algorithm::Fpcd);
    line("sparsity-cost", config.sparsityCost, config.sparsityCost == 0);
    line("sparsity-target", config.sparsityTarget, config.sparsityCost == 0);
    line("average", config.average, config.average == 0);
    line("data-bias", config.dataBias, !config.dataBias);
}

} // namespace rbm
