#!/usr/bin/env bash
# The parts with threads under the thread sanitizer: the thread pool, the CPU backend, the session
# with its worker. Only what these need is built: no widgets.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
tests=(test_thread_pool test_cpu_backend test_session test_watched_chains)

cmake --preset tsan
cmake --build --preset tsan --target "${tests[@]}"
for test in "${tests[@]}"; do
    echo "-- $test"
    TSAN_OPTIONS="suppressions=$root/tests/tsan.supp halt_on_error=0" QTEST_FUNCTION_TIMEOUT=600000 \
        QT_QPA_PLATFORM=offscreen nice -n 10 "build/tsan/tests/$test" -silent
done
