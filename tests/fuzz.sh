#!/usr/bin/env bash
# Builds the fuzz targets of tests/fuzz with clang and its sanitizers and runs each for some
# seconds, 10 unless told: tests/fuzz.sh [SECONDS [TARGET...]]. What a target finds is kept in
# build/fuzz/found and makes this fail.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/fuzz"
seconds="${1:-10}"
shift $(($# > 0 ? 1 : 0))
targets=("$@")
[ $# -gt 0 ] || targets=(idx gzip model checkpoint shared_run controls kept_run lesson)

"$root/app/install.sh" --checks
clang="$(command -v clang++-14 || command -v clang++)"
cmake -S "$root/tests/fuzz" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=None \
    -DCMAKE_CXX_COMPILER="$clang"
cmake --build "$build"

mkdir -p "$build/found"
for target in "${targets[@]}"; do
    echo "== fuzzing $target for $seconds seconds"
    mkdir -p "$build/corpus/$target"
    # A claim in a header must not take memory: no input is longer than 64 KiB, and no single
    # block may be larger than what such a file can unpack to.
    "$build/fuzz_$target" -max_total_time="$seconds" -max_len=65536 -malloc_limit_mb=128 \
        -rss_limit_mb=1024 -timeout=10 -print_final_stats=1 -print_funcs=0 \
        -artifact_prefix="$build/found/$target-" \
        "$build/corpus/$target" "$root/tests/fuzz/corpus/$target"
done
