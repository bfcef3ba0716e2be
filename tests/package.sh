#!/usr/bin/env bash
# Makes the .deb and the .tar.gz and tries both: the checkers of Debian and freedesktop.org, an
# installation in a bare Debian of this release, and the archive unpacked at two places.
# The bare system comes from the package sources of this machine and needs root.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
build="${RBM_BUILD_DIR:-$root/build/release}"
package="$root/app/package"
"$root/app/install.sh"
"$root/app/install.sh" --package
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

echo "== packages"
[[ -f "$build/CMakeCache.txt" ]] ||
    cmake -S "$root" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release
cmake --build "$build" --target rbm rbm-explorer rbm-selftest
# The module too, where this build has one.
if cmake --build "$build" --target help | grep '^rbm_cuda:' >/dev/null; then cmake --build "$build" --target rbm_cuda; fi
rm -rf "$build/packages"
(cd "$build" && cpack)
deb="$(ls "$build"/packages/*.deb)"
archive="$(ls "$build"/packages/*.tar.gz)"

echo "== checkers"
desktop-file-validate "$package/rbm-explorer.desktop"
# There is no domain whose reverse could be the name.
appstreamcli validate --no-net --override=cid-desktopapp-is-not-rdns=info \
    "$package/rbm-explorer.metainfo.xml"
lintian --fail-on error,warning --allow-root "$deb"

# A few updates and a look at the window, with the programs of the folder.
try_programs() { # folder of programs, what to start them with
    local bin="$1" told
    shift
    told="$("$@" "$bin/rbm" info)"
    echo "$told"
    # The module must be found wherever the tree lies, also if there is no card to use it with.
    if [[ -f "$build/app/rbm_cuda.so" && "$told" == *"no CUDA module"* ]]; then
        echo "package.sh: the module was not found beside $bin" >&2
        return 1
    fi
    "$@" "$bin/rbm" train --data starter --num-epoch 1 --num-hidden 20 --k 1 --no-cuda \
        --likelihood none --output "$home/model.safetensors"
    # The window does not end by itself: after 10 seconds it must still be there (124).
    local code=0
    "$@" env QT_QPA_PLATFORM=offscreen timeout 10 "$bin/rbm-explorer" "$home/model.safetensors" || code=$?
    [[ "$code" == 124 ]] || { echo "package.sh: the window ended with $code" >&2; return 1; }
}

echo "== the archive, at two places"
for place in "$work/first" "$work/a second place"; do
    mkdir -p "$place"
    tar -xzf "$archive" -C "$place" --strip-components=1
    home="$work/home"
    mkdir -p "$home"
    try_programs "$place/bin" env HOME="$home"
    rm -rf "$place" # so that the next cannot lean on it
done

echo "== the .deb, in a bare Debian"
if [[ $EUID -ne 0 ]]; then
    echo "package.sh: not root, so the .deb was not installed anywhere." >&2
    exit 1
fi
sources=()
for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
    if [[ -s "$file" ]]; then sources+=("$file"); fi
done
release="$(. /etc/os-release && echo "$VERSION_CODENAME")"
mmdebstrap --quiet --variant=minbase --aptopt='APT::Install-Recommends "false"' \
    --include="$deb" --include=shared-mime-info,desktop-file-utils \
    --hook-dir=/usr/share/mmdebstrap/hooks/file-mirror-automount \
    "$release" "$work/debian" "${sources[@]}"
mkdir -p "$work/debian/root"
home=/root
# In namespaces of its own, so that its /proc, where the programs look up their folder, ends with it.
try_programs /usr/bin unshare --mount --pid --fork --root="$work/debian" --mount-proc env HOME=/root
# What X11 and the icons need, and no program links.
ls "$work"/debian/usr/lib/*/qt6/plugins/{platforms/libqxcb.so,iconengines/libqsvgicon.so} >/dev/null
# A double click on a shared run opens the program.
grep -q 'application/x-rbmx:\*.rbmx' "$work/debian/usr/share/mime/globs"
grep -q 'application/x-rbmx=rbm-explorer.desktop' "$work/debian/usr/share/applications/mimeinfo.cache"
echo "package.sh: all well."
