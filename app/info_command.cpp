#include "app/command_options.h"
#include "engine/data/idx.h"
#include "ui/support/data_folder.h"

#include <QtGlobal>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <memory>

#ifndef RBM_VERSION
#define RBM_VERSION "development"
#endif

namespace rbm {

namespace {

struct InfoOptions {
    bool json = false;
    std::string data;
};

/// Instruction set of the processor's backend; empty where there is none.
std::string simdTarget() {
    try {
        return makeBackend(BackendChoice::Cpu)->info().detail;
    } catch (const Error &) {
        return {};
    }
}

nlohmann::ordered_json collect(const InfoOptions &options) {
    nlohmann::ordered_json info;
    info["version"] = RBM_VERSION;
    info["qt_version"] = qVersion();
    info["backends"] = nlohmann::ordered_json::array();
    for (const BackendEntry &entry : listBackends()) {
        nlohmann::ordered_json backend = {{"name", entry.name}, {"available", entry.available}};
        backend[entry.available ? "device" : "reason"] =
            entry.available ? entry.device : entry.reason.english();
        info["backends"].push_back(backend);
    }
    const bool starter = options.data == kStarterData;
    const auto folder = dataFolder(options.data);
    info["simd"] = simdTarget();
    info["data_folder"] = folder.string();
    info["has_data"] = starter || hasDataFiles(folder);
    return info;
}

void print(const nlohmann::ordered_json &info, std::ostream &out) {
    const auto text = [](const nlohmann::ordered_json &value) { return value.get<std::string>(); };
    out << fmt::format("rbm {} with Qt {}\n", text(info["version"]), text(info["qt_version"]));
    for (const auto &backend : info["backends"]) {
        const bool available = backend["available"].get<bool>();
        out << fmt::format("Backend {}: {}\n", text(backend["name"]),
                           available ? text(backend["device"])
                                     : "not available: " + text(backend["reason"]));
    }
    out << fmt::format("Processor: {}\n", text(info["simd"]));
    out << fmt::format("Data folder: {} ({})\n", text(info["data_folder"]),
                       info["has_data"].get<bool>() ? "has data" : "no data there");
}

int run(const InfoOptions &options, Console &console) {
    const auto info = collect(options);
    if (options.json) {
        using Json = nlohmann::ordered_json;
        console.out << info.dump(2, ' ', false, Json::error_handler_t::replace) << '\n';
    } else {
        print(info, console.out);
    }
    return 0;
}

} // namespace

Command makeInfoCommand(CLI::App &parent) {
    auto options = std::make_shared<InfoOptions>();
    CLI::App *app = parent.add_subcommand("info", "Shows backends, data folder and versions");
    addDataOption(*app, options->data);
    app->add_flag("--json", options->json, "Print one JSON object");
    return {app, [options](Console &console) { return run(*options, console); }};
}

} // namespace rbm
