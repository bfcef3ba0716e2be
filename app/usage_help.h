#pragma once

#include <CLI/CLI.hpp>

#include <string>
#include <vector>

namespace rbm {

/// A sentence for arguments that `app` was left with when it parsed: which one nobody knows, what
/// may have been meant, and where all are listed.
std::string explainExtras(const CLI::App &app);

/// The one of `words` that is at most two slips (a letter more, less, another, two exchanged) from
/// `typed`; empty: none.
std::string nearestWord(const std::string &typed, const std::vector<std::string> &words);

} // namespace rbm
