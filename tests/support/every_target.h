#pragma once

#include "engine/cpu/targets.h"

#include <QtTest>

#include <set>
#include <string>

namespace rbm::test {

/// Calls work() once under each SIMD target of this machine, and checks that
/// each really ran. Where a target fails a test, the others are left out.
template <typename Work>
void onEveryTarget(const Work &work) {
    const auto targets = cpu::supportedTargets();
    std::set<std::string> ran;
    for (const auto target : targets) {
        cpu::limitTarget(target);
        const std::string name = cpu::activeTarget();
        ran.insert(name);
        work();
        cpu::limitTarget(0);
        if (QTest::currentTestFailed()) {
            qInfo("Target %s failed.", name.c_str());
            return;
        }
    }
    QVERIFY(!targets.empty());
    QCOMPARE(ran.size(), targets.size());
}

/// Writes down which targets onEveryTarget() runs.
inline void tellTargets() {
    std::string names;
    onEveryTarget([&] { names += std::string(" ") + cpu::activeTarget(); });
    qInfo("Targets:%s", names.c_str());
}

} // namespace rbm::test
