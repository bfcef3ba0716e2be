#!/usr/bin/env bash
# The checks beside the tests: layout, sanitizers, a random user, fuzzing, clang-tidy. Run after tests/run.sh.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cd "$root"
"$root/app/install.sh" --checks

clang_format="$(command -v clang-format-14 || command -v clang-format)"
jobs="$(nproc)"

echo "== layout (clang-format)"
git ls-files -z -- '*.cpp' '*.h' | xargs -0 -r "$clang_format" --dry-run --Werror

echo "== tests under the address and undefined behaviour sanitizers"
cmake --preset asan
cmake --build --preset asan
# Without the leak check: Qt and its platform plug-ins keep memory until the end. With nice, as
# the window's worker threads have this priority and would wait for the test beside.
ASAN_OPTIONS=detect_leaks=0 QT_QPA_PLATFORM=offscreen \
    nice -n 10 ctest --test-dir build/asan -LE full -j "$jobs" --output-on-failure --no-tests=error

echo "== a user without a plan"
ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 QT_QPA_PLATFORM=offscreen \
    nice -n 10 build/asan/tests/monkey 60

echo "== threads under the thread sanitizer"
tests/tsan.sh

echo "== fuzzing"
tests/fuzz.sh 10

echo "== clang-tidy"
# Commands of its own: clang cannot read the precompiled headers of another compiler.
cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Release -DRBM_BUILD_TESTS=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON
git ls-files -z -- 'engine/*.cpp' 'ui/*.cpp' 'app/*.cpp' |
    xargs -0 -r -n 1 -P "$jobs" clang-tidy --quiet --warnings-as-errors='*' -p build/tidy
