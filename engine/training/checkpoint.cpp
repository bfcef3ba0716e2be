#include "engine/training/checkpoint.h"

#include "engine/base/error.h"
#include "engine/base/number_text.h"
#include "engine/model/safetensors.h"

#include <algorithm>
#include <charconv>

namespace rbm {

namespace {

// How the names of a checkpoint's tensors begin, other than those of a model.
constexpr const char *kMomentum = "momentum_";
constexpr const char *kChains = "chains_";
constexpr const char *kAverage = "average_";
constexpr const char *kFast = "fast_";
constexpr const char *kOffsets = "hidden_offsets";
constexpr const char *kHistory = "control_changes";
constexpr const char *kBetas = "replica_betas";
constexpr const char *kAccepted = "replica_swaps";

const std::string &requireText(const Safetensors &file, const std::string &key,
                               const std::filesystem::path &path) {
    const auto found = file.metadata.find(key);
    if (found == file.metadata.end()) {
        failModelFile(path, Sentence("it is no checkpoint, as it has no '%1'", key));
    }
    return found->second;
}

double requireNumber(const Safetensors &file, const std::string &key,
                     const std::filesystem::path &path) {
    const std::string &text = requireText(file, key, path);
    double value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc() || end != text.data() + text.size()) {
        failModelFile(path, Sentence("its '%1' is not a number", key));
    }
    return value;
}

std::vector<std::uint8_t> takeStates(const Safetensors &file, const std::string &name,
                                     std::size_t count, std::size_t units,
                                     const std::filesystem::path &path) {
    const Tensor &tensor = requireTensor(file, name, "U8", 2, path);
    if (tensor.shape[0] != count || tensor.shape[1] != units) {
        failModelFile(path, Sentence("the shape of '%1' does not fit the training options", name));
    }
    if (std::any_of(tensor.bytes.begin(), tensor.bytes.end(), [](auto s) { return s > 1; })) {
        failModelFile(path, Sentence("'%1' holds states other than 0 and 1", name));
    }
    return {tensor.bytes.begin(), tensor.bytes.end()};
}

/// What loading would refuse must not replace a good checkpoint.
void requireWritable(const TrainingState &state, std::size_t width, std::size_t height) {
    const auto &p = state.parameters;
    const auto &chains = state.chains;
    if (p.hidden != state.config.numHidden || state.momentum.visible != p.visible ||
        state.momentum.hidden != p.hidden || chains.count != state.config.chains() ||
        chains.visible.size() != chains.count * p.visible ||
        chains.hidden.size() != chains.count * p.hidden || width * height != p.visible ||
        (state.config.algorithm == Algorithm::Pt) != state.tempered.has_value() ||
        (state.config.algorithm == Algorithm::Fpcd) != state.fast.has_value()) {
        throw Error(Sentence("The checkpoint cannot be saved: the sizes of its parts do not fit "
                             "together; start the training again."));
    }
}

/// The mean of the parameters and its number, where the run has begun to take it.
void takeAverage(const Safetensors &file, const std::filesystem::path &path, TrainingState &state) {
    if (!file.metadata.contains("averaged")) {
        return;
    }
    state.averaged = *metadataNumber(file, "averaged", path);
    state.average = takeParameters(file, kAverage, path);
    if (state.averaged == 0 || state.averaged > state.update ||
        state.average->visible != state.parameters.visible ||
        state.average->hidden != state.parameters.hidden) {
        failModelFile(path, Sentence("its averaged parameters do not fit the others"));
    }
}

/// lambda of the centred gradient; a checkpoint of another run has none.
void takeOffsets(const Safetensors &file, const std::filesystem::path &path, TrainingState &state) {
    if (!state.config.centred) {
        return;
    }
    const Tensor &tensor = requireTensor(file, kOffsets, "F32", 1, path);
    if (tensor.shape[0] != state.parameters.hidden) {
        failModelFile(path, Sentence("the shape of 'hidden_offsets' does not fit the parameters"));
    }
    state.hiddenOffsets = toFloats(tensor);
    const auto inRange = [](float offset) { return offset >= 0 && offset <= 1; };
    if (!std::all_of(state.hiddenOffsets.begin(), state.hiddenOffsets.end(), inRange)) {
        failModelFile(path, Sentence("'hidden_offsets' holds means outside of 0 and 1"));
    }
}

/// Of the controls; a checkpoint of an older program has none.
void takeHistory(const Safetensors &file, const std::filesystem::path &path, TrainingState &state) {
    if (!file.tensors.contains(kHistory)) {
        state.history = ControlHistory::unknown();
        return;
    }
    const auto bytes = requireTensor(file, kHistory, "U8", 1, path).bytes;
    try {
        state.history = ControlHistory::fromCsv({bytes.begin(), bytes.end()});
    } catch (const Error &error) {
        failModelFile(path, Sentence("its list of controls is damaged, %1", error.sentence()));
    }
    // Going on would record changes before this one, and that table could not be read again.
    const auto &changes = state.history.changes();
    if (!changes.empty() && changes.back().update >= state.update) {
        failModelFile(path, Sentence("its list of controls goes on after its last update"));
    }
}

/// The fast parameters of fast PCD; a checkpoint of another run has none.
void takeFast(const Safetensors &file, const std::filesystem::path &path, TrainingState &state) {
    if (state.config.algorithm != Algorithm::Fpcd) {
        return;
    }
    state.fast = takeParameters(file, kFast, path);
    if (state.fast->visible != state.parameters.visible ||
        state.fast->hidden != state.parameters.hidden) {
        failModelFile(path, Sentence("its fast parameters do not fit the others"));
    }
}

/// The replicas of parallel tempering; a checkpoint of another run has none.
void takeReplicas(const Safetensors &file, const std::filesystem::path &path,
                  TrainingState &state) {
    if (state.config.algorithm != Algorithm::Pt) {
        return;
    }
    TemperedState tempered;
    tempered.betas = toFloats(requireTensor(file, kBetas, "F32", 1, path));
    tempered.accepted = toFloats(requireTensor(file, kAccepted, "F32", 1, path));
    const std::size_t hot = state.config.numReplicas - 1;
    const auto isBeta = [](float beta) { return beta >= 0 && beta <= 1; };
    const auto isSum = [](float sum) { return sum >= 0 && sum <= Tempering::kWindow; };
    if (tempered.betas.size() != hot + 1 || tempered.accepted.size() != hot ||
        !std::all_of(tempered.betas.begin(), tempered.betas.end(), isBeta) ||
        !std::all_of(tempered.accepted.begin(), tempered.accepted.end(), isSum)) {
        failModelFile(path, Sentence("its replicas do not fit the training options"));
    }
    ChainStates &states = tempered.replicas;
    states.count = hot * state.config.chains();
    states.visible =
        takeStates(file, "replicas_visible", states.count, state.parameters.visible, path);
    states.hidden =
        takeStates(file, "replicas_hidden", states.count, state.parameters.hidden, path);
    state.tempered = std::move(tempered);
}

void addReplicas(Safetensors &file, const TemperedState &tempered, const RbmParameters &p) {
    const ChainStates &states = tempered.replicas;
    file.tensors[kBetas] = floatTensor(tempered.betas, {tempered.betas.size()});
    file.tensors[kAccepted] = floatTensor(tempered.accepted, {tempered.accepted.size()});
    file.tensors["replicas_visible"] = {"U8", {states.count, p.visible}, states.visible};
    file.tensors["replicas_hidden"] = {"U8", {states.count, p.hidden}, states.hidden};
}

void requireValidNumbers(const TrainingState &state) {
    TrainingConfig inForce = state.config;
    requireValid(inForce);
    inForce.learningRate = state.controls.learningRate;
    inForce.momentum = state.controls.momentum;
    requireValid(inForce);
}

void readNumbers(const Safetensors &file, const std::filesystem::path &path, TrainingState &state) {
    requireText(file, "update", path);
    state.update = *metadataNumber(file, "update", path);
    state.controls.learningRate = requireNumber(file, "learning_rate", path);
    state.controls.momentum = requireNumber(file, "momentum", path);
    try {
        state.config = trainingConfigFromJson(requireText(file, "training_config", path));
        requireValidNumbers(state);
    } catch (const Error &error) {
        throw Error(Sentence("'%1' is no usable checkpoint: %2", path.string(), error.sentence()));
    }
}

bool hasRun(const Safetensors &file) {
    return std::any_of(file.tensors.begin(), file.tensors.end(), [](const auto &entry) {
        return entry.first.starts_with(kMomentum) || entry.first.starts_with(kChains);
    });
}

TrainingState takeState(const Safetensors &file, const std::filesystem::path &path) {
    TrainingState state;
    state.parameters = takeParameters(file, "", path);
    readNumbers(file, path, state);
    state.momentum = takeParameters(file, kMomentum, path);
    const std::size_t v = state.parameters.visible;
    const std::size_t h = state.parameters.hidden;
    if (h != state.config.numHidden || state.momentum.visible != v || state.momentum.hidden != h) {
        failModelFile(path, Sentence("its momentum or training options do not fit its parameters"));
    }
    takeOffsets(file, path, state);
    takeAverage(file, path, state);
    takeHistory(file, path, state);
    takeReplicas(file, path, state);
    takeFast(file, path, state);
    state.chains.count = state.config.chains();
    state.chains.visible = takeStates(file, "chains_visible", state.chains.count, v, path);
    state.chains.hidden = takeStates(file, "chains_hidden", state.chains.count, h, path);
    return state;
}

} // namespace

void saveCheckpoint(const std::filesystem::path &path, const TrainingState &state,
                    std::size_t width, std::size_t height, const DataNote &data) {
    requireWritable(state, width, height);
    requireValidNumbers(state);
    Safetensors file;
    addParameters(file, "", state.parameters);
    addParameters(file, kMomentum, state.momentum);
    if (state.config.centred) {
        file.tensors[kOffsets] = floatTensor(state.hiddenOffsets, {state.hiddenOffsets.size()});
    }
    if (state.tempered) {
        addReplicas(file, *state.tempered, state.parameters);
    }
    if (state.fast) {
        addParameters(file, kFast, *state.fast);
    }
    if (state.average) {
        addParameters(file, kAverage, *state.average);
    }
    const auto &chains = state.chains;
    file.tensors["chains_visible"] = {
        "U8", {chains.count, state.parameters.visible}, chains.visible};
    file.tensors["chains_hidden"] = {"U8", {chains.count, state.parameters.hidden}, chains.hidden};
    const std::string history = state.history.toCsv();
    if (state.history.isKnown()) {
        file.tensors[kHistory] = {
            "U8",
            {history.size()},
            {reinterpret_cast<const std::uint8_t *>(history.data()), history.size()}};
    }
    file.metadata = {{"format", "rbm-checkpoint"},
                     {"format_version", "1"},
                     {"width", std::to_string(width)},
                     {"height", std::to_string(height)},
                     {"update", std::to_string(state.update)},
                     {"training_config", toJson(state.config)},
                     {"learning_rate", numberText(state.controls.learningRate)},
                     {"momentum", numberText(state.controls.momentum)}};
    if (state.average) {
        file.metadata["averaged"] = std::to_string(state.averaged);
    }
    if (!data.key.empty()) {
        file.metadata["data_name"] = data.name;
        file.metadata["data_key"] = data.key;
    }
    writeSafetensors(path, file);
}

DataNote loadDataNote(const std::filesystem::path &path) {
    const Safetensors file = readSafetensors(path);
    const auto text = [&](const char *key) {
        const auto found = file.metadata.find(key);
        return found == file.metadata.end() ? std::string() : found->second;
    };
    return {text("data_name"), text("data_key")};
}

TrainingState loadCheckpoint(const std::filesystem::path &path) {
    return takeState(readSafetensors(path), path);
}

std::optional<TrainingState> loadCheckpointIfOne(const std::filesystem::path &path) {
    const Safetensors file = readSafetensors(path);
    if (!hasRun(file)) {
        return std::nullopt;
    }
    return takeState(file, path);
}

} // namespace rbm
