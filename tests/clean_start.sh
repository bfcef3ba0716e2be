#!/usr/bin/env bash
# The README's two commands in a bare Debian: the tree as committed is cloned into a fresh root of the
# given release (bookworm unless told), `app/run.sh` is started under a virtual screen until its window
# shows, once from nothing and once again, then `tests/run.sh`. Prints the times. Needs root.
#
#   tests/clean_start.sh [RELEASE [window]]      "window": without tests/run.sh
#
# RBM_APT_MIRROR names another mirror of Debian, RBM_CLEAN_DATA a folder of MNIST to copy in, so that
# the download is not part of the times.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
release="${1:-bookworm}"
mirror="${RBM_APT_MIRROR:-http://deb.debian.org/debian}"
[[ $EUID -eq 0 ]] || { echo "clean_start.sh: a bare Debian is made by root; run this as root." >&2; exit 1; }
command -v mmdebstrap >/dev/null || "$root/app/install.sh" --package

work="$(mktemp -d)"
bare="$work/debian"
home=/home/newcomer # inside
# Its processes have a namespace of their own and end with the command that started them.
trap 'rm -rf --one-file-system "$work"' EXIT

echo "== a bare $release"
mmdebstrap --quiet --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include=ca-certificates "$release" "$bare" "$mirror"
# The link to the network's name servers is this machine's.
cp -L /etc/resolv.conf "$bare/etc/resolv.conf"
mkdir -p "$bare$home"
git clone -q "$root" "$bare$home/rbm"
if [[ -n "${RBM_CLEAN_DATA:-}" ]]; then
    mkdir -p "$bare$home/.local/share/rbm-explorer"
    cp "$RBM_CLEAN_DATA"/*-ubyte* "$bare$home/.local/share/rbm-explorer/"
fi

inside() { # runs a command in the bare system, in its clone
    unshare --mount --pid --fork --root="$bare" --mount-proc --wd="$home/rbm" \
        env -i HOME="$home" PATH=/usr/local/bin:/usr/bin:/usr/sbin:/bin:/sbin LANG=C.UTF-8 "$@"
}

# What draws the screen is no part of what is timed: a user has one.
inside bash -c 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends xvfb xdotool xauth' >"$work/screen.log" 2>&1 ||
    { cat "$work/screen.log"; exit 1; }

# Starts it and waits until a window of the program is seen; all that it started ends then. With a last
# command after it, for the X server tells nobody that it is ready whose parent is the first process.
# shellcheck disable=SC2016 # for the shell inside
until_window='
    xvfb-run -a bash -c "
        bash app/run.sh >/tmp/run.log 2>&1 & started=\$!
        until xdotool search --onlyvisible --name \"RBM Explorer\" >/dev/null 2>&1; do
            kill -0 \$started 2>/dev/null || { cat /tmp/run.log; exit 1; }
            sleep 0.05
        done
        kill \$started 2>/dev/null || true"
    exit "$?"'

seconds() { # of the command, with two places
    local start end
    start="$(date +%s%N)"
    "$@"
    end="$(date +%s%N)"
    took="$(((end - start) / 10000000))"
    printf -v took '%d.%02d' $((took / 100)) $((took % 100))
}

echo "== bash app/run.sh, from nothing"
seconds inside bash -c "$until_window"
first="$took"
echo "== bash app/run.sh, again"
seconds inside bash -c "$until_window"
again="$took"
tests="not run"
if [[ "${2:-}" != window ]]; then
    echo "== bash tests/run.sh"
    seconds inside bash -c 'bash tests/run.sh >/tmp/tests.log 2>&1 || { tail -n 100 /tmp/tests.log; exit 1; }'
    tests="$took s"
    inside tail -n 4 /tmp/tests.log
fi

echo "Debian $release, $(nproc) cores: $first s from the clone to the window, $again s the second time; tests/run.sh: $tests"
inside bash -c 'g++ --version | head -n 1; cmake --version | head -n 1
    dpkg-query -W -f="\${Package} \${Version}\n" libqt6core6 libqt6core6t64 libhwy-dev 2>/dev/null' || true
