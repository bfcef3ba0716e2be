#!/usr/bin/env bash
# Installs the Debian packages that the build needs: the one list of them.
# Silent when nothing is missing. With --tests, also those that the tests need; with --checks, those
# that .ci/run needs; with --peers, those that tests/peers/run.sh compares with; with --package, those
# of tests/package.sh.
set -euo pipefail

# Prints the first of the given package names that is installed or that apt knows.
first_known() {
    local name
    for name in "$@"; do
        if is_installed "$name" || is_offered "$name"; then
            echo "$name"
            return
        fi
    done
    echo "$1"
}

is_installed() {
    [[ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" == installed ]]
}

is_offered() {
    apt-cache policy "$1" 2>/dev/null | grep -q '^ *Candidate: [^(]'
}

as_root() {
    if [[ $EUID -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo "$@"
    else
        echo "install.sh: not root and no sudo here; run this as root: $*" >&2
        return 1
    fi
}

missing=()
find_missing() {
    local packages=(
        g++ cmake ninja-build pkg-config git
        qt6-base-dev qt6-base-private-dev "$(first_known qt6-svg-dev libqt6svg6-dev)"
        qt6-tools-dev qt6-l10n-tools qt6-translations-l10n
        libqcustomplot-dev fonts-inter fonts-jetbrains-mono
        libhwy-dev libcli11-dev nlohmann-json3-dev zlib1g-dev libfmt-dev
    )
    # The guide's Python is run with numpy.
    if [[ "$with_tests" == yes ]]; then
        packages+=(python3 python3-numpy)
    fi
    if [[ "$with_checks" == yes ]]; then
        packages+=(
            "$(first_known clang-format-14 clang-format)"
            clang clang-tidy
        )
        # Clang's own sanitizer runtime, by this name only where clang 14 is the default.
        if is_offered libclang-rt-14-dev; then packages+=(libclang-rt-14-dev); fi
    fi
    if [[ "$with_peers" == yes ]]; then
        packages+=(libopenblas-dev python3-numpy python3-torch python3-sklearn)
    fi
    if [[ "$with_package" == yes ]]; then
        packages+=(dpkg-dev file desktop-file-utils appstream lintian mmdebstrap)
    fi
    missing=()
    local name
    for name in "${packages[@]}"; do
        is_installed "$name" || missing+=("$name")
    done
}

with_tests=no
with_checks=no
with_peers=no
with_package=no
case "${1:-}" in
    "") ;;
    --tests) with_tests=yes ;;
    --checks) with_checks=yes ;;
    --peers) with_peers=yes ;;
    --package) with_package=yes ;;
    *) echo "usage: install.sh [--tests|--checks|--peers|--package]" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "install.sh: no apt here; install the packages listed in this script by other means." >&2
    exit 0
fi

find_missing
[[ ${#missing[@]} -eq 0 ]] && exit 0

echo "Updating the package lists (apt-get update)" >&2
as_root apt-get update -qq || echo "install.sh: the lists could not be updated; going on with the old ones." >&2
find_missing # fresh lists may know another name
echo "Installing: ${missing[*]}" >&2
as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
