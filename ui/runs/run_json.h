#pragma once

#include "ui/runs/run_record.h"

#include <string>

namespace rbm {

/// The content of a run's two files.
std::string runJson(const RunRecord &run);
std::string labelJson(const RunRecord &run);

/// The reverse; each sets what its file holds. Throws Error that says what is wrong with the
/// content, as the end of a sentence: "it is no JSON".
void readRunJson(const std::string &json, RunRecord &run);
void readLabelJson(const std::string &json, RunRecord &run);

} // namespace rbm
