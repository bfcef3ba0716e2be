#!/usr/bin/env bash
# Installs what is missing, builds, fetches MNIST and starts `rbm` with the
# arguments given here; with none, `rbm train`.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="$root/build/release"

"$root/app/install.sh"
cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
cmake --build "$build" >&2
# Not fatal: `rbm info`, or a run with --data, needs no MNIST. rbm says so where it does.
"$root/app/fetch_mnist.sh" || echo "run.sh: going on without MNIST." >&2

[[ $# -gt 0 ]] || set -- train
exec "$build/app/rbm" "$@"
