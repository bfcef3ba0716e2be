#!/usr/bin/env bash
# Brings the translations in step with the sources: new texts come in unfinished, and those that
# nothing asks for any more go. With --check nothing is changed: fails where there are such texts,
# and names them.
set -euo pipefail

here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
root="$(cd "$here/../.." && pwd)"
lupdate="$(command -v /usr/lib/qt6/bin/lupdate || command -v lupdate6 || command -v lupdate)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

# The texts of the JSON files, as a source that lupdate reads: the file's name is the context.
texts_of_json() {
    local file name
    for file in "$root"/resources/explanations.json "$root"/resources/{lessons,presets}/*.json; do
        name="${file#"$root"/resources/}"
        grep -oE '"(name|description|title|text|summary|question|answer|offer)": "([^"\\]|\\.)+"' \
            "$file" | sed -E "s|^\"[a-z]+\": (.*)$|QT_TRANSLATE_NOOP(\"$name\", \1)|"
    done
}

# What errors say: the literal that follows each "Sentence(", but for those in comments.
texts_of_sentences() {
    find "$root/engine" "$root/ui" -name '*.cpp' -o -name '*.h' | sort | xargs perl -0777 -ne '
        s|^\s*//.*||mg;
        print qq|QT_TRANSLATE_NOOP("Sentence", $1)\n|
            while /\bSentence(?:\s+\w+)?[({]\s*("(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*)/g'
}

# German has all texts, English only those whose words depend on a number.
update() {
    "$lupdate" -silent -I "$root" -no-obsolete -locations none -target-language de \
        "$root/ui" "$work/json_texts.cpp" "$work/sentences.cpp" -ts "$1/rbm_de.ts"
    "$lupdate" -silent -I "$root" -no-obsolete -locations none -target-language en -pluralonly \
        "$root/ui" -ts "$1/rbm_en.ts"
}

texts_of_json >"$work/json_texts.cpp"
texts_of_sentences >"$work/sentences.cpp"
if [[ "${1:-}" != --check ]]; then
    update "$here"
    exit
fi
cp "$here"/*.ts "$work"
update "$work"
trouble=0
for file in rbm_de.ts rbm_en.ts; do
    if grep -B 4 'type="unfinished"' "$work/$file" >&2; then
        echo "$file: these have no translation; run resources/translations/update.sh" >&2
        trouble=1
    fi
    if ! diff <(grep -c '<message' "$here/$file") <(grep -c '<message' "$work/$file") >&2; then
        echo "$file: has texts that nothing asks for; run resources/translations/update.sh" >&2
        trouble=1
    fi
done
exit $trouble
