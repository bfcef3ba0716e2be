#include "app/command_options.h"
#include "app/file_options.h"
#include "ui/support/pictures.h"

#include <memory>

namespace rbm {

namespace {

struct FiltersOptions {
    std::string model;
    std::string output;
    std::size_t columns = 25;
};

int run(const FiltersOptions &options, Console &console) {
    const NamedFile output{"--output", options.output};
    requirePngName(output);
    requireOutputs({{"MODEL", options.model}}, {output});
    const Model model = loadModel(options.model);
    savePng(filterAtlas(model.parameters, model.width, model.height, options.columns),
            options.output);
    console.err << "Saved the filters to " << options.output << ".\n";
    return 0;
}

} // namespace

Command makeFiltersCommand(CLI::App &parent) {
    auto options = std::make_shared<FiltersOptions>();
    CLI::App *app = parent.add_subcommand("filters", "Saves the weights as tiles of a picture");
    app->add_option("MODEL", options->model, "Model file")->required();
    addFileOption(*app, "--output", options->output, "Picture (PNG) to write")->required();
    app->add_option("--columns", options->columns, "Tiles per row")->check(CLI::Range(1, 10000));
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
