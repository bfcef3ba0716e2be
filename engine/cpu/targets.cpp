#include "engine/cpu/targets.h"

#include "engine/base/error.h"

#include <hwy/highway.h>
#include <hwy/targets.h>

namespace rbm::cpu {

std::vector<std::int64_t> supportedTargets() {
    std::vector<std::int64_t> targets;
    for (const auto target : hwy::SupportedAndGeneratedTargets()) {
        targets.push_back(static_cast<std::int64_t>(target));
    }
    return targets;
}

const char *activeTarget() {
    const auto targets = supportedTargets();
    return targets.empty() ? "scalar" : hwy::TargetName(targets.front());
}

void limitTarget(std::int64_t target) {
    hwy::SetSupportedTargetsForTest(target);
    hwy::GetChosenTarget().Update(hwy::SupportedTargets());
}

void limitTarget(const std::string &name) {
    std::string names;
    for (const auto target : supportedTargets()) {
        if (name == hwy::TargetName(target)) {
            limitTarget(target);
            return;
        }
        names += std::string(names.empty() ? "" : ", ") + hwy::TargetName(target);
    }
    throw Error("There is no SIMD target '" + name + "' here; this machine has " + names + ".");
}

} // namespace rbm::cpu
