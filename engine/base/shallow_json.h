#pragma once

#include "engine/base/error.h"

#include <nlohmann/json.hpp>
#include <string>

namespace rbm {

/// Parses JSON from a file; discarded where it is none. Throws Error where values are nested
/// deeper than any of ours: the library copies and writes ordered objects recursively, so that
/// without end they would take the whole stack.
inline nlohmann::ordered_json parseShallowJson(const std::string &text) {
    constexpr int kDeepest = 32;
    using Json = nlohmann::ordered_json;
    const auto check = [](int depth, Json::parse_event_t, Json &) {
        if (depth > kDeepest) {
            throw Error(
                Sentence("Its JSON is nested too deeply; use a file that this program wrote."));
        }
        return true;
    };
    return Json::parse(text, check, false);
}

} // namespace rbm
