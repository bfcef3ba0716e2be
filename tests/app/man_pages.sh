#!/usr/bin/env bash
# Compares the man pages with what the programs say: commands, options and defaults of rbm, the
# options of rbm-explorer and rbm-selftest. Usage: man_pages.sh FOLDER_OF_PROGRAMS FOLDER_OF_PAGES
set -euo pipefail
programs="$1"
pages="$2"
export QT_QPA_PLATFORM=offscreen
failed=0

compare() { # what, of the program, of the page
    if [[ -z "$2" ]] || ! diff <(echo "$2") <(echo "$3"); then
        echo "The page differs from the program (<: program, >: page): $1" >&2
        failed=1
    fi
}

plain() { sed -e 's/\\f[BIR]//g' -e 's/\\-/-/g' "$1"; }

said="$("$programs/rbm" --help | sed -n '/^Subcommands:/,$p' | sed -nE 's/^  ([a-z]+) .*/\1/p' | sort)"
compare "commands of rbm" "$said" "$(plain "$pages/rbm.1" | sed -nE 's/^\.SS "rbm (.*)"/\1/p' | sort)"

# Newer releases of CLI11 write "FLOAT [0.3]" where older ones write "FLOAT=0.3".
older() { sed -E 's/^(  --[a-z-]+ [A-Z]+(:\{[^}]*\}|:[A-Z]+ in \[[^]]*\]|:[A-Z]+)?) \[([^ ]*)\]( .*)?$/\1=\3\4/'; }

for command in $said; do
    # An option and its default, as in "--momentum 0.3".
    in_help="$("$programs/rbm" "$command" --help | older |
        sed -nE '/^  --/{s/^  (--[a-z-]+)( [A-Z]+(:\{[^}]*\}|:INT in [^]]*\]|:FLOAT in [^]]*\]|:[A-Z]+)?(=\[?([^] ]*)\]?)?.*|.*)$/\1 \5/;s/ $//;p}' | sort)"
    in_page="$(plain "$pages/rbm.1" | awk -v command="$command" '
        /^\.S[SH]/ { inside = ($0 == ".SS \"rbm " command "\"") }
        inside && tag { if (name) print name value; split($0, words, " "); name = words[1]; value = ""; tag = 0; next }
        inside && /Default: / { match($0, /Default: [^ ]*/); value = " " substr($0, RSTART + 9, RLENGTH - 10) }
        /^\.TP/ { tag = inside }
        !inside && name { print name value; name = "" }' | sort)"
    compare "rbm $command" "$in_help" "$in_page"
done

options() { grep -oE -- '(^|[ [])--[a-z-]+' | tr -d ' [' | sort -u; }
page_options() { plain "$1" | sed -n '/^\.SH OPTIONS/,/^\.SH [^O]/p' | grep -A1 '^\.TP' | options; }
compare rbm-explorer "$("$programs/rbm-explorer" --help | options)" "$(page_options "$pages/rbm-explorer.1")"
compare rbm-selftest "$( ("$programs/rbm-selftest" --help 2>&1 || true) | options)" \
    "$(page_options "$pages/rbm-selftest.1")"
exit "$failed"
