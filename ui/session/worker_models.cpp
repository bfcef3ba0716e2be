// The part of the worker that opens, shows and saves models. worker.cpp has the other commands.
#include "ui/session/worker.h"

#include "engine/base/error.h"
#include "engine/model/model_file.h"
#include "engine/sampling/gibbs_sampler.h"
#include "engine/training/checkpoint.h"
#include "ui/session/saving.h"

#include <exception>
#include <filesystem>
#include <memory>
#include <utility>
#include <vector>

namespace rbm {

namespace {
std::filesystem::path fileOf(const QString &path) { return path.toStdString(); }

/// What a model without a run goes on with: its options where it has some, no
/// momentum, and chains of zeros until dreamsOf() has some for it.
TrainingState freshRunOf(const Model &model) {
    const std::size_t visible = model.parameters.visible;
    const std::size_t hidden = model.parameters.hidden;
    TrainingState state;
    state.parameters = model.parameters;
    state.momentum = RbmParameters::zeros(visible, hidden);
    if (!model.trainingConfig.empty())
        state.config = trainingConfigFromJson(model.trainingConfig);
    state.config.numHidden = hidden;
    state.controls = {state.config.learningRate, state.config.momentum};
    state.update = model.update.value_or(0);
    state.history = ControlHistory::unknown();
    state.chains.count = state.config.chains();
    if (state.config.centred)
        state.hiddenOffsets.assign(hidden, 0.5F);
    if (state.config.algorithm == Algorithm::Pt)
        state.tempered =
            freshReplicas(visible, hidden, state.chains.count, state.config.numReplicas);
    if (state.config.algorithm == Algorithm::Fpcd)
        state.fast = RbmParameters::zeros(visible, hidden);
    state.chains.visible.resize(state.chains.count * visible);
    state.chains.hidden.resize(state.chains.count * hidden);
    return state;
}
} // namespace

/// Where it was trained on more or fewer images than the present ones, its updates would be other
/// epochs here (40 of MNIST 1,200 of the starter digits): so many updates of these images would
/// have been as many epochs.
void Worker::countInPresentEpochs(TrainingState &state, const Model &model) const {
    if (model.epoch.value_or(0) == 0)
        return;
    const std::uint64_t batch = state.config.batchSize;
    const std::uint64_t perEpoch = (m_data.train->count() + batch - 1) / batch;
    if (state.update / perEpoch != *model.epoch)
        state.update = *model.epoch * perEpoch;
}

void Worker::requireFits(const RbmParameters &parameters) const {
    if (parameters.visible != m_data.train->imageSize())
        throw Error(Sentence("This model has %1 visible units, but the images have %2 pixels; open "
                             "its data folder first. The current model is unchanged.",
                             parameters.visible, m_data.train->imageSize()));
}

void Worker::tellOtherSize(const QString &path, std::size_t visible, const QString &images) {
    QString text = tr("%1 has %2 visible units, but the images have %3 pixels.")
                       .arg(QString::fromStdString(fileOf(path).filename().string()))
                       .arg(visible)
                       .arg(m_data.train->imageSize());
    if (!images.isEmpty())
        text += tr(" It was trained on %1.").arg(images);
    emit failed(text + tr(" The current model is unchanged."), {FailedTask::Kind::OtherSize, path});
}

void Worker::openModel(const QString &path) {
    if (m_data.train == nullptr)
        return;
    const auto open = [&] {
        const Model opened = loadModel(fileOf(path));
        const auto run = loadCheckpointIfOne(fileOf(path));
        const DataNote note = loadDataNote(fileOf(path));
        const bool others = !note.key.empty() && note.key != m_dataKey.toStdString();
        const QString images = QString::fromStdString(note.name);
        if (opened.parameters.visible != m_data.train->imageSize()) {
            tellOtherSize(path, opened.parameters.visible, images);
            return;
        }
        TrainingState state = run ? *run : freshRunOf(opened);
        if (!run)
            countInPresentEpochs(state, opened);
        guarded(m_state, [&] { // the file is good: what fails now is no fault of it
            leaveRun();
            if (!run && state.update > 0 && state.config.algorithm != Algorithm::Pt)
                state.chains = dreamsOf(state.parameters, state.chains.count);
            resume(state);
            m_kept.begin(state.update);
            emit modelOpened(path, m_config, state.controls);
            if (others)
                emit otherImages(path, images);
        });
    };
    guarded(m_state, open, {FailedTask::Kind::OpenModel, path});
}

void Worker::showModel(const QString &path) {
    const bool begun = m_trainer == nullptr || m_state != RunState::Idle ||
                       (m_trainer->updates() > 0 && !m_onShow);
    if (begun)
        return;
    guarded(m_state, [&] {
        const Model model = loadModel(fileOf(path));
        if (model.parameters.visible != m_data.train->imageSize())
            return;
        TrainingState state = freshRunOf(model);
        countInPresentEpochs(state, model);
        state.chains = dreamsOf(model.parameters, state.chains.count);
        begin(makeTrainer(state, m_data.train), RunState::Idle);
        m_kept.begin(state.update);
        m_onShow = true;
    });
}

/// Chains that stand where those of a training would: no file of a model has any. In a backend of
/// their own, as the present run goes on if there is no room for them.
ChainStates Worker::dreamsOf(const RbmParameters &parameters, std::size_t count) {
    constexpr std::size_t kSweeps = 200;
    const auto backend = makeBackend(m_choice, m_options);
    backend->setParameters(parameters);
    const Dataset &images = *m_data.train;
    std::vector<std::uint8_t> starts;
    for (std::size_t chain = 0; chain < count; ++chain) {
        const auto image = images.image(chain % images.count());
        starts.insert(starts.end(), image.begin(), image.end());
    }
    GibbsSampler sampler(*backend, starts, count, 1);
    sampler.advance(kSweeps);
    return sampler.states();
}

void Worker::resume(const TrainingState &state) {
    auto trainer = makeTrainer(state, m_data.train);
    // Never Idle, even at update 0: from there the window would begin with a random start.
    const RunState next = trainer->finished() ? RunState::Finished : RunState::Paused;
    begin(std::move(trainer), next);
}

void Worker::goOnFrom(const TrainingState &state) {
    const std::uint64_t saved = m_savedUpdate;
    resume(state);
    m_savedUpdate = saved;
}

void Worker::saveModel(const QString &path, bool checkpoint) {
    if (m_trainer == nullptr)
        return;
    try {
        saveTo(path, [&] {
            if (checkpoint)
                saveCheckpoint(fileOf(path), m_trainer->state(), m_data.train->width,
                               m_data.train->height, {m_data.name, m_dataKey.toStdString()});
            else
                rbm::saveModel(fileOf(path),
                               m_trainer->model(m_data.train->width, m_data.train->height));
        });
        m_savedUpdate = m_trainer->updates();
        emit modelSaved(path);
    } catch (const std::exception &error) { // training goes on
        tell(error, {FailedTask::Kind::SaveModel, path, checkpoint});
    }
}

} // namespace rbm
