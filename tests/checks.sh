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
# the window's worker threads have this priority and would wait for the test beside. The calibration
# of intervals needs many models only where their number is judged, in tests/run.sh.
RBM_CALIBRATION_MODELS=40 ASAN_OPTIONS=detect_leaks=0 QT_QPA_PLATFORM=offscreen \
    nice -n 10 ctest --test-dir build/asan -LE full -j "$jobs" --output-on-failure --no-tests=error

echo "== a user without a plan"
ASAN_OPTIONS=detect_leaks=0:quarantine_size_mb=16 QT_QPA_PLATFORM=offscreen \
    nice -n 10 build/asan/tests/monkey 60

echo "== threads under the thread sanitizer"
tests/tsan.sh

echo "== fuzzing"
tests/fuzz.sh 10

echo "== clang-tidy"
# Commands of its own: clang cannot read the precompiled headers of another compiler. Where sources
# are joined, headers are read once for several of them; a joined file takes in sources by design,
# and lies outside of the folders whose settings leave out clang's analyzer.
cmake -S . -B build/tidy -G Ninja -DCMAKE_BUILD_TYPE=Release -DRBM_BUILD_TESTS=OFF \
    -DCMAKE_DISABLE_PRECOMPILE_HEADERS=ON -DCMAKE_UNITY_BUILD=ON
sources() { sed -n 's/^ *"file": "\(.*\)",\{0,1\}$/\1/p' build/tidy/compile_commands.json; }
tidy() { xargs -r -n 1 -P "$jobs" clang-tidy --quiet --warnings-as-errors='*' -p build/tidy "$@"; }
sources | grep -E "^$root/(engine|ui|app)/.*\.cpp$" | tidy
sources | grep -E "/engine/.*/Unity/" | tidy --checks=-bugprone-suspicious-include
sources | grep -E "/(ui|app)/.*/Unity/" | tidy --checks='-clang-analyzer-*,-bugprone-suspicious-include,-performance-unnecessary-value-param'
