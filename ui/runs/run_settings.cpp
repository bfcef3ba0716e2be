#include "ui/runs/run_settings.h"

#include "ui/support/starter_digits.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace rbm {

namespace {

struct RunSettingsTexts {
    Q_DECLARE_TR_FUNCTIONS(RunSettings)
};

QString whole(std::uint64_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

QString real(double number) { return QLocale().toString(number, 'g', 6); }

QString changed(double first, double last) {
    return first == last ? real(first)
                         : RunSettingsTexts::tr("%1 → %2").arg(real(first), real(last));
}

QString flag(bool on) { return on ? RunSettingsTexts::tr("yes") : RunSettingsTexts::tr("no"); }

QString algorithmText(Algorithm algorithm) {
    switch (algorithm) {
    case Algorithm::Pcd:
        return RunSettingsTexts::tr("PCD");
    case Algorithm::Cd:
        return RunSettingsTexts::tr("CD");
    case Algorithm::Pt:
        return RunSettingsTexts::tr("parallel tempering");
    case Algorithm::Fpcd:
        return RunSettingsTexts::tr("fast PCD");
    }
    return {};
}

QString scheduleText(Schedule schedule) {
    switch (schedule) {
    case Schedule::Constant:
        return RunSettingsTexts::tr("constant");
    case Schedule::Linear:
        return RunSettingsTexts::tr("linear");
    case Schedule::Cosine:
        return RunSettingsTexts::tr("cosine");
    case Schedule::Inverse:
        return RunSettingsTexts::tr("inverse");
    }
    return {};
}

QString pixelsText(Pixels pixels) {
    switch (pixels) {
    case Pixels::Gray:
        return RunSettingsTexts::tr("gray");
    case Pixels::Sampled:
        return RunSettingsTexts::tr("sampled");
    case Pixels::Threshold:
        return RunSettingsTexts::tr("threshold");
    }
    return {};
}

QString chainsText(const TrainingConfig &config) {
    if (config.algorithm == Algorithm::Cd)
        return RunSettingsTexts::tr("from the images");
    return whole(config.chains());
}

} // namespace

std::vector<RunSetting> settingsOf(const RunRecord &run) {
    const TrainingConfig &config = run.config;
    return {
        {RunSettingsTexts::tr("Images"), shownImagesName(run.dataName)},
        {RunSettingsTexts::tr("Hidden units"), whole(config.numHidden)},
        {RunSettingsTexts::tr("Gibbs steps k"), whole(config.k)},
        {RunSettingsTexts::tr("Batch size"), whole(config.batchSize)},
        {RunSettingsTexts::tr("Learning rate"),
         changed(config.learningRate, run.controls.learningRate)},
        {RunSettingsTexts::tr("Momentum"), changed(config.momentum, run.controls.momentum)},
        {RunSettingsTexts::tr("Random seed"),
         QString::number(static_cast<qulonglong>(config.seed))},
        {RunSettingsTexts::tr("Pixels"), pixelsText(config.pixels)},
        {RunSettingsTexts::tr("Epochs planned"), whole(config.numEpoch)},
        {RunSettingsTexts::tr("Algorithm"), algorithmText(config.algorithm)},
        {RunSettingsTexts::tr("Replicas"), config.algorithm == Algorithm::Pt
                                               ? whole(config.numReplicas)
                                               : RunSettingsTexts::tr("none")},
        {RunSettingsTexts::tr("Fast rate"), config.algorithm == Algorithm::Fpcd
                                                ? real(config.fastLearningRate)
                                                : RunSettingsTexts::tr("none")},
        {RunSettingsTexts::tr("Chains"), chainsText(config)},
        {RunSettingsTexts::tr("Rate over time"), scheduleText(config.schedule)},
        {RunSettingsTexts::tr("Averaged part"), real(config.average)},
        {RunSettingsTexts::tr("Weight decay"), real(config.weightDecay)},
        {RunSettingsTexts::tr("Sparsity"),
         config.sparsityCost > 0 ? RunSettingsTexts::tr("%1 to %2")
                                       .arg(real(config.sparsityCost), real(config.sparsityTarget))
                                 : RunSettingsTexts::tr("none")},
        {RunSettingsTexts::tr("Centred gradient"), flag(config.centred)},
        {RunSettingsTexts::tr("Biases from data"), flag(config.dataBias)},
        {RunSettingsTexts::tr("Nesterov momentum"), flag(config.nesterov)},
    };
}

QString trainerText(const TrainingConfig &config) {
    QStringList parts = {algorithmText(config.algorithm)};
    if (config.numChains != 0)
        parts += RunSettingsTexts::tr("%1 chains").arg(whole(config.numChains));
    if (config.centred)
        parts += RunSettingsTexts::tr("centred");
    if (config.nesterov)
        parts += RunSettingsTexts::tr("Nesterov");
    if (config.schedule != Schedule::Constant)
        parts += RunSettingsTexts::tr("rate %1").arg(scheduleText(config.schedule));
    if (config.weightDecay > 0)
        parts += RunSettingsTexts::tr("decay %1").arg(real(config.weightDecay));
    if (config.sparsityCost > 0)
        parts += RunSettingsTexts::tr("sparse %1").arg(real(config.sparsityCost));
    if (config.average > 0)
        parts += RunSettingsTexts::tr("averaged %1").arg(real(config.average));
    if (config.dataBias)
        parts += RunSettingsTexts::tr("biases from data");
    return parts.join(QStringLiteral(", "));
}

QString settingsText(const TrainingConfig &config) {
    const QStringList parts = {
        RunSettingsTexts::tr("%1 hidden units").arg(whole(config.numHidden)),
        RunSettingsTexts::tr("k = %1").arg(whole(config.k)),
        RunSettingsTexts::tr("batch %1").arg(whole(config.batchSize)),
        RunSettingsTexts::tr("learning rate %1").arg(real(config.learningRate)),
        RunSettingsTexts::tr("momentum %1").arg(real(config.momentum)),
        RunSettingsTexts::tr("%1 epochs").arg(whole(config.numEpoch)),
        RunSettingsTexts::tr("seed %1").arg(static_cast<qulonglong>(config.seed)),
        RunSettingsTexts::tr("pixels %1").arg(pixelsText(config.pixels)),
        trainerText(config)};
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
