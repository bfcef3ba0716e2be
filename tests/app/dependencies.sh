#!/usr/bin/env bash
# docs/dependencies.md lists what app/install.sh installs, no more and no less; on Debian 12 with
# the versions of those that are installed.
set -euo pipefail

root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"
page="$root/docs/dependencies.md"

installed_names() { # every word of the script's lists of packages that looks like one
    awk '/packages\+?=\(/ { on = 1 } on { print } /^ *\)$/ || /packages\+?=\(.*\)/ { on = 0 }' \
        "$root/app/install.sh" |
        tr '()$"; ' '\n' | grep -E '^[a-z][a-z0-9.+-]+$' | grep -vxE 'if|then|fi|local' | sort -u
}

listed_names() { sed -n 's/^| `\([^`]*\)` .*/\1/p' "$page" | sort -u; }

different="$(diff <(installed_names) <(listed_names) || true)"
if [[ -n "$different" ]]; then
    echo "docs/dependencies.md (>) and app/install.sh (<) differ:" >&2
    echo "$different" >&2
    exit 1
fi

[[ -r /etc/os-release ]] && grep -qx 'VERSION_ID="12"' /etc/os-release && grep -qx 'ID=debian' /etc/os-release || exit 0
bad=0
while IFS='|' read -r _ name version _; do
    name="$(tr -d '` ' <<<"$name")"
    version="$(tr -d ' ' <<<"$version")"
    found="$(dpkg-query -W -f='${Version}' "$name" 2>/dev/null || true)"
    found="${found#*:}" # the epoch
    if [[ -n "$found" && ! "$found" =~ ^"$version"([-+.~]|$) ]]; then
        echo "docs/dependencies.md has $name $version, but $found is installed." >&2
        bad=1
    fi
done < <(grep '^| `' "$page")
exit "$bad"
