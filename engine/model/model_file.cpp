#include "engine/model/model_file.h"

#include "engine/base/error.h"
#include "engine/model/safetensors.h"

#include <cmath>

namespace rbm {

namespace {

void guessTile(Model &model) {
    const std::size_t v = model.parameters.visible;
    const auto side = static_cast<std::size_t>(std::llround(std::sqrt(static_cast<double>(v))));
    const bool square = side * side == v;
    model.width = square ? side : v;
    model.height = square ? side : 1;
}

void readTile(const Safetensors &file, const std::filesystem::path &path, Model &model) {
    const auto width = metadataNumber(file, "width", path);
    const auto height = metadataNumber(file, "height", path);
    if (!width || !height) {
        guessTile(model);
        return;
    }
    const std::size_t v = model.parameters.visible;
    // Divided, not multiplied: the product of two strange numbers may wrap.
    if (*width == 0 || v % *width != 0 || v / *width != *height) {
        failModelFile(path, Sentence("its width and height do not fit its %1 visible units", v));
    }
    model.width = *width;
    model.height = *height;
}

} // namespace

Model loadModel(const std::filesystem::path &path) {
    const Safetensors file = readSafetensors(path);
    Model model;
    model.parameters = takeParameters(file, "", path);
    readTile(file, path, model);
    model.epoch = metadataNumber(file, "epoch", path);
    model.update = metadataNumber(file, "update", path);
    if (const auto config = file.metadata.find("training_config"); config != file.metadata.end()) {
        model.trainingConfig = config->second;
    }
    return model;
}

void saveModel(const std::filesystem::path &path, const Model &model) {
    Safetensors file;
    addParameters(file, "", model.parameters);
    const std::size_t v = model.parameters.visible;
    if (model.width == 0 || v % model.width != 0 || v / model.width != model.height) {
        throw Error(Sentence("Cannot write '%1': its width and height do not fit its %2 visible "
                             "units; set them to the images' size.",
                             path.string(), v));
    }
    file.metadata = {{"format", "rbm-model"},
                     {"format_version", "1"},
                     {"width", std::to_string(model.width)},
                     {"height", std::to_string(model.height)}};
    if (model.epoch) {
        file.metadata["epoch"] = std::to_string(*model.epoch);
    }
    if (model.update) {
        file.metadata["update"] = std::to_string(*model.update);
    }
    if (!model.trainingConfig.empty()) {
        file.metadata["training_config"] = model.trainingConfig;
    }
    writeSafetensors(path, file);
}

} // namespace rbm
