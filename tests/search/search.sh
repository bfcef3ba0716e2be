#!/usr/bin/env bash
# The search for a recipe: trains with each line of recipes.txt (EPOCHS OPTIONS...) on 50,000 of MNIST's
# training images and measures on the other 10,000, so that the test images choose nothing. The lines
# cost about as much as each other. Prints a line for each: recipe, processor seconds of the training,
# likelihoods with their 3-sigma intervals.
#
#   tests/search/search.sh FOLDER_OF_MNIST [RECIPES [RUNS [TEMPERATURES]]]
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
rbm="${RBM:-$here/../../build/release/app/rbm}"
mnist="${1:?usage: search.sh FOLDER_OF_MNIST [RECIPES [RUNS [TEMPERATURES]]]}"
recipes="${2:-$here/recipes.txt}"
runs="${3:-64}"
temperatures="${4:-8000}"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

plain() { # an IDX file of the folder, unpacked
    if [[ -f "$mnist/$1" ]]; then cat "$mnist/$1"; else gzip -dc "$mnist/$1.gz"; fi
}

# 50,000 and 10,000 as the format's 32-bit numbers, the most significant byte first.
first='\0\0\303\120' rest='\0\0\47\20'
split() { # name in MNIST, bytes of its header, bytes of an item, header up to the count, after it
    plain "train-$1" | tail -c "+$(($2 + 1))" >"$work/items"
    { printf "$4$first$5"; head -c "$((50000 * $3))" "$work/items"; } >"$work/train-$1"
    { printf "$4$rest$5"; tail -c "$((10000 * $3))" "$work/items"; } >"$work/t10k-$1"
}
split images-idx3-ubyte 16 784 '\0\0\10\3' '\0\0\0\34\0\0\0\34'
split labels-idx1-ubyte 8 1 '\0\0\10\1' ''

TIMEFORMAT='%U'
while read -r epochs options; do
    read -ra chosen <<<"$options"
    # What a line says comes last and wins.
    all=(--pixels sampled --data-bias --centred)
    [[ "$options" == *schedule* ]] || all+=(--learning-rate-schedule linear)
    [[ "$options" == *average* ]] || all+=(--average 0.15)
    seconds="$({ time "$rbm" train --data "$work" --likelihood none --num-epoch "$epochs" "${all[@]}" \
        "${chosen[@]}" --output "$work/model.safetensors" >/dev/null 2>"$work/told"; } 2>&1)"
    result="$("$rbm" evaluate "$work/model.safetensors" --data "$work" --pixels sampled --runs "$runs" \
        --temperatures "$temperatures" 2>/dev/null | grep -E '^(Test|Train|Trust|Caution|Do not)' | tr '\n' ' ')"
    echo "$epochs $options | $seconds s | $result"
done <"$recipes"
