#!/usr/bin/env bash
# Measures one training loop in ours and in its peers, from the same trained state
# and on the same MNIST files, and prints seconds per epoch and ratios.
#     tests/peers/run.sh [--epoch 50] [--rounds 3] [--updates 30] [--repetitions 3]
#                        [--data FOLDER] [--markdown FILE]
# Installs what is missing (Debian packages) and builds. PEERS_PYTHON names another
# Python, with another PyTorch, than Debian's.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
peers="$root/tests/peers"
build="$root/build/release"
peers_build="$root/build/peers"
python="${PEERS_PYTHON:-/usr/bin/python3}"
threads="$(nproc)"
epoch=50 rounds=3 updates=30 repetitions=3 warm_up=3
data="${RBM_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/rbm-explorer}"
markdown=""

usage() { sed -n '4,5s/^# *//p' "${BASH_SOURCE[0]}" >&2; exit 2; }
while [[ $# -gt 0 ]]; do
    [[ $# -ge 2 ]] || usage
    case "$1" in
        --epoch) epoch="$2" ;;
        --rounds) rounds="$2" ;;
        --updates) updates="$2" ;;
        --repetitions) repetitions="$2" ;;
        --data) data="$2" ;;
        --markdown) markdown="$2" ;;
        *) usage ;;
    esac
    shift 2
done

# Threads that spin while they wait take the time of those that compute: measured
# here, PyTorch is many times slower with them as soon as anything else runs.
export OMP_WAIT_POLICY=passive OMP_NUM_THREADS="$threads" OPENBLAS_NUM_THREADS="$threads"
export PYTHONDONTWRITEBYTECODE=1 # nothing into the source folder

say() { echo "run.sh: $*" >&2; }

build_all() {
    "$root/app/install.sh"
    "$root/app/install.sh" --peers
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
    cmake --build "$build" --target rbm >&2
    cmake -S "$peers" -B "$peers_build" -G Ninja -DCMAKE_BUILD_TYPE=Release >&2
    cmake --build "$peers_build" --target pcd_openblas >&2
    RBM_DATA_DIR="$data" "$root/app/fetch_mnist.sh"
}

ours() { # K
    "$build/app/rbm" benchmark --data "$data" --state "$state" --k "$1" --no-cuda \
        --threads "$threads" --warm-up "$warm_up" --updates "$updates" \
        --repetitions "$repetitions" --updates-only --json
}

peer() { # COMMAND...
    "$@" "$state" "$data" "$threads" "$warm_up" "$updates" "$repetitions"
}

measure_round() { # NUMBER
    say "round $1 of $rounds"
    ours 30 >"$results/$1-ours-30.json"
    peer "$peers_build/pcd_openblas" >"$results/$1-openblas.json"
    peer "$python" "$peers/pcd_torch.py" >"$results/$1-torch.json"
    ours 1 >"$results/$1-ours-1.json"
    peer "$python" "$peers/pcd_sklearn.py" >"$results/$1-sklearn.json"
}

build_all
results="$(mktemp -d)"
trap 'rm -rf "$results"' EXIT
state="$("$build/app/rbm" benchmark --data "$data" --no-cuda --prepare --epochs "$epoch" | cut -f 2)"
for ((round = 1; round <= rounds; ++round)); do
    measure_round "$round"
done
"$python" "$peers/table.py" "$results" "$epoch" ${markdown:+"$markdown"}
