#!/usr/bin/python3
"""Checks what the Markdown files claim: every relative link, picture and heading that they point
at exists; every command line of rbm, rbm-explorer and rbm-selftest has known commands, options
and choices; the tables of options in docs/guide/files.md are those of --help; each message in
docs/guide/troubleshooting.md is one that the sources hold; code that docs/developers quotes stands in
tests/examples.

Usage: check_docs.py FOLDER_OF_PROGRAMS ROOT
"""
import os
import re
import subprocess
import sys
from pathlib import Path

PROGRAMS, ROOT = Path(sys.argv[1]), Path(sys.argv[2])
FILES = "docs/guide/files.md"
MESSAGES = "docs/guide/troubleshooting.md"
troubles = []


def trouble(page, what):
    troubles.append(f"{page.relative_to(ROOT)}: {what}")


def pages():
    """All Markdown files but those below build folders and hidden ones."""
    for folder, inner, names in os.walk(ROOT):
        inner[:] = [name for name in inner if name != "build" and not name.startswith(".")]
        yield from (Path(folder) / name for name in sorted(names) if name.endswith(".md"))


def without_code(text):
    text = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    return re.sub(r"`[^`]*`", "", text)


def anchors(page):
    """The names that GitHub gives to a page's headings."""
    found = set()
    for title in re.findall(r"^#+ +(.+)$", page.read_text(), flags=re.M):
        title = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", title).strip().lower()
        found.add(re.sub(r"[^\w\- ]", "", title).replace(" ", "-"))
    return found


def check_links(page):
    text = without_code(page.read_text())
    targets = re.findall(r"\]\(([^()\s]+)\)", text) + re.findall(r'src="([^"]+)"', text)
    for target in targets:
        if re.match(r"[a-z]+:", target):
            continue
        path, _, anchor = target.partition("#")
        file = (page.parent / path).resolve() if path else page
        if not file.exists():
            trouble(page, f"links to {target}, which does not exist")
        elif anchor and file.suffix == ".md" and anchor not in anchors(file):
            trouble(page, f"links to {target}, but no heading there has that name")


def help_of(*words):
    env = dict(os.environ, QT_QPA_PLATFORM="offscreen")
    run = subprocess.run([PROGRAMS / words[0], *words[1:], "--help"], env=env,
                         capture_output=True, text=True, check=False)
    return run.stdout + run.stderr


class Options:
    """Those of one command, as its help tells them: names with defaults and choices."""

    def __init__(self, *words):
        self.defaults, self.choices = {}, {}
        for line in help_of(*words).splitlines():
            # Newer releases of CLI11 write "FLOAT [0.3]" where older ones write "FLOAT=0.3".
            option = re.match(r"  (?:-\w,)?(--[a-z-]+)(?: [A-Z]+(?::\{([^}]*)\}|:[A-Z]+ in \[[^]]*\]"
                              r"|:[A-Z]+)?(?:=(\[[^]]*\]|\S+)| \[(\S*)\](?= |$))?)?", line)
            if option:
                name, choices, *defaults = option.groups()
                default = next(filter(None, defaults), None)
                self.choices[name] = (choices or "").split(",") if choices else []
                self.defaults[name] = (default or "").strip("[]")


COMMANDS = {name: Options("rbm", name)
            for name in re.findall(r"^  ([a-z]+) ", help_of("rbm").partition("Subcommands:")[2],
                                   flags=re.M)}
OTHERS = ("rbm-explorer", "rbm-selftest")


def options_of_text(name):
    """The options of a program whose help has another form."""
    return set(re.findall(r"--[a-z-]+", help_of(name)))


def check_options(page, line, options, known):
    words = line.split()
    for at, word in enumerate(words):
        if not re.match(r"--[a-z]", word):
            continue
        name, _, value = word.partition("=")
        if name not in known:
            trouble(page, f"`{line}` has the option {name}, which there is not")
            continue
        choices = options.choices.get(name, []) if options else []
        value = value or (words[at + 1] if at + 1 < len(words) else "")
        # NAME, FILE and a|b stand for values.
        if choices and value not in choices and not re.search(r"^[A-Z]+$|\||^$|^--", value):
            trouble(page, f"`{line}` gives {name} the value {value}, which it does not know")


def check_command(page, line):
    line = re.sub(r"\s+#.*$", "", line.strip()).strip()
    line = re.split(r"\s[|;&>]|\s\d>|\)", line + " ")[0].strip()
    words = line.split()
    if not words:
        return
    program = words[0].rpartition("/")[2]
    if program == "run.sh" and len(words) > 1:
        program, words = "rbm", words
    if program == "rbm" and len(words) > 1 and not words[1].startswith("-"):
        name = words[1]
        if not re.fullmatch(r"[a-z]+", name):
            return # such as "rbm COMMAND"
        if name not in COMMANDS:
            trouble(page, f"`{line}` has the command {name}, which there is not")
            return
        known = set(COMMANDS[name].defaults) | {"--help"}
        check_options(page, line, COMMANDS[name], known)
    elif program in OTHERS:
        check_options(page, line, None, options_of_text(program) | {"--help", "--version"})


def command_lines(text):
    """Lines of code blocks and pieces of inline code that call one of the programs."""
    fenced = re.findall(r"^```[a-z]*\n(.*?)^```", text, flags=re.M | re.S)
    rest = re.sub(r"^```.*?^```", "", text, flags=re.M | re.S)
    blocks = fenced + re.findall(r"(?:^    .*\n?)+", rest, flags=re.M)
    inline = re.findall(r"`([^`]+)`", re.sub(r"^    .*$", "", rest, flags=re.M))
    lines = [line for block in blocks for line in re.sub(r"\\\n\s*", " ", block).splitlines()]
    for line in lines + [re.sub(r"\s+", " ", piece) for piece in inline]:
        call = re.match(r"\s*(?:\$ )?(?:[A-Z_]+=\S+ |time |sudo |bash )*"
                        r"((?:\S*/)?(?:rbm|rbm-explorer|rbm-selftest|app/run\.sh) .*)", line)
        if call:
            yield call[1]


def check_mentions(page):
    """Options named alone, as in `--centred`, belong to some command."""
    known = {option for options in COMMANDS.values() for option in options.defaults}
    known |= {option for name in OTHERS for option in options_of_text(name)}
    for option in re.findall(r"`(--[a-z-]+)", page.read_text()):
        if option not in known:
            trouble(page, f"names {option}, which no program has")


def check_option_tables(page):
    """Under each heading "rbm NAME" a table: option, default, meaning. Tables under other headings
    belong to the commands whose sections link there."""
    rows, links = {}, {}
    for title, body in re.findall(r"^### (.+?)\n(.*?)(?=^##|\Z)", page.read_text(),
                                  flags=re.M | re.S):
        rows[title] = dict(re.findall(r"^\| `(--[a-z-]+)[^`]*` \|([^|]*)\|", body, flags=re.M))
        links[title] = re.findall(r"\]\(#([^)]*)\)", body)
    named = {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-"): title for title in rows}
    for name, options in COMMANDS.items():
        title = f"rbm {name}"
        told = dict(rows.get(title, {}))
        for link in links.get(title, []):
            told |= rows.get(named.get(link, ""), {})
        real = {option: default for option, default in options.defaults.items()
                if option != "--help"}
        for option in sorted(set(told) ^ set(real)):
            trouble(page, f"{title}: {option} stands only in "
                          f"{'the page' if option in told else 'the help'}")
        for option in sorted(set(told) & set(real)):
            if told[option].strip() != real[option]:
                trouble(page, f"{title} {option}: default {told[option].strip()!r} in the page, "
                              f"{real[option]!r} in the help")


def check_messages(page):
    """In the first column of a table each piece between two … must stand in the sources."""
    sources = ""
    for folder in ("engine", "app", "ui"):
        for file in sorted((ROOT / folder).rglob("*")):
            if file.suffix in (".cpp", ".h", ".cu"):
                sources += file.read_text()
    sources = re.sub(r'"\s*\n\s*"', "", sources) # literals that go on in the next line
    messages = re.findall(r"^\| `([^`]+)` \|", page.read_text(), flags=re.M)
    if len(messages) < 10:
        trouble(page, "has no messages")
    for message in messages:
        for piece in re.split("…", message):
            if piece.strip(" .") and piece.strip() not in sources:
                trouble(page, f"quotes “{piece.strip()}”, which the program never says")


def check_quotes(page):
    """Each block of C++ or JSON must stand in an example, but for spaces."""
    examples = ["".join(file.read_text().split()) for file in (ROOT / "tests/examples").iterdir()]
    for block in re.findall(r"^```(?:cpp|json)\n(.*?)^```", page.read_text(), flags=re.M | re.S):
        if not any("".join(block.split()) in example for example in examples):
            trouble(page, f"quotes code that is in no example: {block.splitlines()[0]}")


def main():
    for page in sorted((ROOT / "docs/developers").glob("*.md")):
        check_quotes(page)
    for page in pages():
        check_links(page)
        if page.parent == ROOT / "docs/guide":
            check_mentions(page)
        if page.name != "CHANGELOG.md":
            for line in command_lines(page.read_text()):
                check_command(page, line)
    check_option_tables(ROOT / FILES)
    check_messages(ROOT / MESSAGES)
    for line in troubles:
        print(line)
    sys.exit(1 if troubles else 0)


main()
