#!/usr/bin/env bash
# Installs what is missing, builds and runs every test. Needs no display and no MNIST.
# Arguments go to ctest: tests/run.sh -R likelihood. Without any, all tests run but those
# labelled "full", which take minutes: tests/run.sh -L full.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/release"

"$root/app/install.sh" --tests
# Sources joined: a third less to build.
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DCMAKE_UNITY_BUILD=ON
cmake --build "$build"
[ $# -gt 0 ] || set -- -LE full
# With nice, as the window's worker threads have this priority and would wait for the test beside.
QT_QPA_PLATFORM=offscreen nice -n 10 ctest --test-dir "$build" -j "$(nproc)" \
    --output-on-failure --no-tests=error "$@"
