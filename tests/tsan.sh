#!/usr/bin/env bash
# The engine's own threads under the thread sanitizer: the thread pool, the CPU backend, the loader
# of mini-batches. Not the session: it talks to its worker through the event queues of
# Qt, which Debian does not build with this sanitizer, so that what their locks order is reported
# as a race of ours. Any report fails but those of calls by Qt itself (tsan.supp).
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
tests=(test_thread_pool test_cpu_backend test_pcd_trainer)

cmake --preset tsan
cmake --build --preset tsan --target "${tests[@]}"
export QT_QPA_PLATFORM=offscreen
export TSAN_OPTIONS="suppressions=$root/tests/tsan.supp"
for test in "${tests[@]}"; do
    chosen=()
    # One of its tests measures processor time, which the sanitizer needs itself.
    if [[ "$test" == test_thread_pool ]]; then
        chosen=(everyItemIsWorkedOnOnce manyRoundsInQuickSuccessionLoseNothing
            whatAPartThrowsReachesTheCaller roundsAfterASleepAreWorkedOnToo)
    fi
    nice -n 10 "build/tsan/tests/$test" -silent -nocrashhandler "${chosen[@]}"
done
