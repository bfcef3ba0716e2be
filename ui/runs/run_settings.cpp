#include "ui/runs/run_settings.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace rbm {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("RunSettings", text); }

QString whole(std::uint64_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString real(double number) { return QLocale().toString(number, 'g', 6); }

QString changed(double first, double last) {
    return first == last ? real(first) : tr("%1 → %2").arg(real(first), real(last));
}

QString flag(bool on) { return on ? tr("yes") : tr("no"); }

QString algorithmText(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::Pcd:
        return tr("PCD");
    case Algorithm::Cd:
        return tr("CD");
    case Algorithm::Pt:
        return tr("parallel tempering");
    case Algorithm::Fpcd:
        return tr("fast PCD");
    }
    return {};
}

QString scheduleText(Schedule schedule) {
    switch (schedule) {
    case Schedule::Constant:
        return tr("constant");
    case Schedule::Linear:
        return tr("linear");
    case Schedule::Cosine:
        return tr("cosine");
    case Schedule::Inverse:
        return tr("inverse");
    }
    return {};
}

QString pixelsText(Pixels pixels) {
    switch (pixels) {
    case Pixels::Gray:
        return tr("gray");
    case Pixels::Sampled:
        return tr("sampled");
    case Pixels::Threshold:
        return tr("threshold");
    }
    return {};
}

QString chainsText(const TrainingConfig &config) {
    if (config.algorithm == Algorithm::Cd)
        return tr("from the images");
    return whole(config.chains());
}

} // namespace

std::vector<RunSetting> settingsOf(const RunRecord &run) {
    const TrainingConfig &config = run.config;
    return {
        {tr("Images"), run.dataName},
        {tr("Hidden units"), whole(config.numHidden)},
        {tr("Gibbs steps k"), whole(config.k)},
        {tr("Batch size"), whole(config.batchSize)},
        {tr("Learning rate"), changed(config.learningRate, run.controls.learningRate)},
        {tr("Momentum"), changed(config.momentum, run.controls.momentum)},
        {tr("Random seed"), QString::number(static_cast<qulonglong>(config.seed))},
        {tr("Pixels"), pixelsText(config.pixels)},
        {tr("Epochs planned"), whole(config.numEpoch)},
        {tr("Algorithm"), algorithmText(config.algorithm)},
        {tr("Replicas"),
         config.algorithm == Algorithm::Pt ? whole(config.numReplicas) : tr("none")},
        {tr("Fast rate"),
         config.algorithm == Algorithm::Fpcd ? real(config.fastLearningRate) : tr("none")},
        {tr("Chains"), chainsText(config)},
        {tr("Rate over time"), scheduleText(config.schedule)},
        {tr("Averaged part"), real(config.average)},
        {tr("Weight decay"), real(config.weightDecay)},
        {tr("Sparsity"),
         config.sparsityCost > 0
             ? tr("%1 to %2").arg(real(config.sparsityCost), real(config.sparsityTarget))
             : tr("none")},
        {tr("Centred gradient"), flag(config.centred)},
        {tr("Biases from data"), flag(config.dataBias)},
        {tr("Nesterov momentum"), flag(config.nesterov)},
    };
}

QString trainerText(const TrainingConfig &config) {
    QStringList parts = {algorithmText(config.algorithm)};
    if (config.numChains != 0)
        parts += tr("%1 chains").arg(whole(config.numChains));
    if (config.centred)
        parts += tr("centred");
    if (config.nesterov)
        parts += tr("Nesterov");
    if (config.schedule != Schedule::Constant)
        parts += tr("rate %1").arg(scheduleText(config.schedule));
    if (config.weightDecay > 0)
        parts += tr("decay %1").arg(real(config.weightDecay));
    if (config.sparsityCost > 0)
        parts += tr("sparse %1").arg(real(config.sparsityCost));
    if (config.average > 0)
        parts += tr("averaged %1").arg(real(config.average));
    if (config.dataBias)
        parts += tr("biases from data");
    return parts.join(QStringLiteral(", "));
}

std::vector<SettingDifference> differencesOf(const std::vector<RunRecord> &runs) {
    std::vector<SettingDifference> differences;
    if (runs.size() < 2)
        return differences;
    std::vector<std::vector<RunSetting>> settings;
    settings.reserve(runs.size());
    for (const RunRecord &run : runs)
        settings.push_back(settingsOf(run));
    for (std::size_t at = 0; at < settings.front().size(); ++at) {
        SettingDifference row{settings.front()[at].name, {}};
        for (const auto &ofRun : settings)
            row.values.push_back(ofRun[at].value);
        const auto same = [&](const QString &value) { return value == row.values.front(); };
        if (!std::all_of(row.values.begin(), row.values.end(), same))
            differences.push_back(std::move(row));
    }
    return differences;
}

} // namespace rbm
