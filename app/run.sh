#!/usr/bin/env bash
# Installs what is missing, builds, and opens the window. Without a display it
# runs `rbm train`, with arguments `rbm` with these.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/release"

"$root/app/install.sh"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_UNITY_BUILD=ON >&2
cmake --build "$build" --target rbm rbm-explorer >&2
# Not fatal: the window and --data starter have 2,500 digits of their own.
"$root/app/fetch_mnist.sh" || echo "run.sh: going on without MNIST." >&2

if [[ $# -gt 0 ]]; then
    exec "$build/app/rbm" "$@"
fi
if [[ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]]; then
    exec "$build/app/rbm-explorer"
fi
echo "run.sh: there is no display here, so no window; running rbm train instead." >&2
exec "$build/app/rbm" train
