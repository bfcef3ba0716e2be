#include "engine/cpu/targets.h"

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

} // namespace rbm::cpu
