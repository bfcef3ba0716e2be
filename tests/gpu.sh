#!/usr/bin/env bash
# Builds, tests and measures the CUDA module on a machine with an NVIDIA card, nvcc 12 or newer
# and CMake; needs no Qt and no network. The last line is one JSON object.
# Usage: tests/gpu.sh [FILE]; the JSON goes to FILE, too.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/gpu"

# Only for the card that is here: it builds in a fifth of the time.
cmake -S "$root/tests/gpu" -B "$build" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_CUDA_ARCHITECTURES="${RBM_GPU_ARCHITECTURES:-native}" >&2
cmake --build "$build" --parallel >&2

# What is the fastest way to make sweeps is measured here anew.
export XDG_CACHE_HOME="$build/cache"
rm -rf "$XDG_CACHE_HOME"
ways=(products blocks clusters)

echo "== self-test against the plain reference" >&2
"$build/gpu_check" >&2
for way in "${ways[@]}"; do
    echo "-- $way" >&2
    RBM_CUDA_SWEEPS="$way" "$build/gpu_check" >&2
done

echo "== benchmark" >&2
gunzip -c "$root/resources/starter/train-images-idx3-ubyte.gz" >"$build/digits.idx"
ours="$("$build/gpu_check" --benchmark 130 "$build/digits.idx")"
echo "$ours" >&2 # in case that the rest is cut off
each=
for way in "${ways[@]}"; do
    each+="${each:+, }\"$way\": $(RBM_CUDA_SWEEPS="$way" "$build/gpu_check" --benchmark 10 \
        "$build/digits.idx")"
done
chosen="$(sed 's/.*/"&"/' "$XDG_CACHE_HOME/rbm-explorer/card-sweeps.txt" | paste -sd, || true)"

torch=null
if python3 -c 'import torch; assert torch.cuda.is_available()' 2>/dev/null; then
    echo "== PyTorch" >&2
    torch="$(python3 "$root/tests/gpu/torch_graphs.py" 20)"
fi

memcheck='"not run: there is no compute-sanitizer"'
if sanitizer="$(command -v compute-sanitizer)"; then
    memcheck='"clean"'
    for way in "${ways[@]}"; do
        echo "== memcheck, $way" >&2
        RBM_CUDA_SWEEPS="$way" "$sanitizer" --tool memcheck --error-exitcode 1 \
            "$build/gpu_check" --quick >&2 || memcheck='"FAILED"'
    done
fi

result="{\"memcheck\": $memcheck, \"ours\": $ours, \"chosen\": [$chosen], \"each_way\": {$each}, \
\"pytorch\": $torch}"
[ $# -eq 0 ] || echo "$result" >"$1"
echo "$result"
[ "$memcheck" != '"FAILED"' ]
