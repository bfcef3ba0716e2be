// rbm-selftest: every backend of this machine against a plain reference in
// double precision. No Qt, no data. A line per check; ends with 0 or 1.
// rbm-selftest --benchmark: how fast each is, on the compiled-in digits.

#include "app/selftest_benchmark.h"
#include "engine/backend/backend_list.h"
#include "engine/likelihood/exact.h"
#include "tests/support/backend_checks.h"
#include "tests/support/reference_backend.h"

#include <cmath>
#include <exception>
#include <functional>
#include <iostream>
#include <string>
#include <vector>

namespace {

using namespace rbm;

/// The engine's own enumeration, which needs no backend, against plain sums over all states.
bool exactIsExact(Backend & /*backend*/) {
    const auto model = test::randomModel(12, 10, 0.4, 9);
    return std::abs(exactLogPartition(model).logZ - test::bruteForceLogZ(model)) < 1e-8;
}

bool report(const std::string &backend, const test::BackendCheck &check, Backend &device) {
    bool right = false;
    std::string why;
    try {
        right = check.run(device);
    } catch (const std::exception &error) {
        why = std::string(" (") + error.what() + ")";
    }
    std::cout << backend << ": " << check.name << ": " << (right ? "ok" : "FAILED") << why
              << std::endl;
    return right;
}

bool checkBackend(const BackendEntry &entry) {
    std::vector<test::BackendCheck> checks = test::backendChecks();
    checks.push_back({"enumeration as plain sums", exactIsExact});
    const auto backend =
        makeBackend(entry.name == "CUDA" ? BackendChoice::Cuda : BackendChoice::Cpu);
    bool right = true;
    for (const test::BackendCheck &check : checks) {
        right = report(entry.name, check, *backend) && right;
    }
    return right;
}

/// Runs `test` on every backend that is here.
bool everyBackend(const std::function<bool(const BackendEntry &)> &test) {
    bool right = true;
    for (const BackendEntry &entry : listBackends()) {
        if (!entry.available) {
            std::cout << entry.name << ": not here: " << entry.reason.english() << std::endl;
            continue;
        }
        try {
            right = test(entry) && right;
        } catch (const std::exception &error) {
            std::cout << entry.name << ": FAILED (" << error.what() << ")" << std::endl;
            right = false;
        }
    }
    return right;
}

bool benchmarkBackend(const BackendEntry &entry) {
    const auto backend =
        makeBackend(entry.name == "CUDA" ? BackendChoice::Cuda : BackendChoice::Cpu);
    benchmarkOnStarterDigits(*backend, std::cout);
    return true;
}

} // namespace

int main(int argc, char **argv) {
    const std::vector<std::string> args(argv + (argc > 0 ? 1 : 0), argv + argc);
    if (args.empty())
        return everyBackend(checkBackend) ? 0 : 1;
    if (args == std::vector<std::string>{"--benchmark"})
        return everyBackend(benchmarkBackend) ? 0 : 1;
    std::cerr << "usage: rbm-selftest [--benchmark]" << std::endl;
    return 2;
}
