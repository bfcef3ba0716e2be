"""The table of run.sh: the fastest round of each program, and how much slower
each is than ours with the same k.

usage: table.py FOLDER EPOCH [MARKDOWN_FILE]
"""

import datetime
import json
import os
import pathlib
import platform
import sys

OURS = "RBM Explorer"
UPDATES_PER_EPOCH = 750  # 60,000 images in batches of 80


def read_run(path):
    """One run in the peers' words, also where `rbm benchmark` wrote it."""
    run = json.loads(path.read_text())
    if "results" not in run:
        return run
    result = run["results"][0]
    return {"program": OURS, "k": run["training_config"]["k"], "threads": result["threads"],
            "updates": run["measured_updates"], "repetitions": run["repetitions"],
            "seconds_per_update": result["seconds_per_update"],
            "median_seconds_per_update": result["median_seconds_per_update"],
            "visible_on": result["activity"]["visible_on"],
            "hidden_on": result["activity"]["hidden_on"]}


def fastest_runs(folder):
    best = {}
    for path in sorted(pathlib.Path(folder).glob("*.json")):
        run = read_run(path)
        key = (-run["k"], run["program"])
        if key not in best or run["seconds_per_update"] < best[key]["seconds_per_update"]:
            best[key] = run
    return sorted(best.values(), key=lambda run: (-run["k"], run["seconds_per_update"]))


def processor():
    cpuinfo = pathlib.Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()


def describe(runs, rounds, epoch):
    first = runs[0]
    return (f"{processor()}, {os.cpu_count()} cores, {datetime.date.today()}. "
            f"784 x 500 units, batches of 80, float32, from the state after {epoch} epochs. "
            f"Fastest of {rounds} rounds, each of {first['repetitions']} x {first['updates']} "
            f"updates; an epoch is {UPDATES_PER_EPOCH} updates. "
            f"Load when it ended: {os.getloadavg()[0]:.1f}.")


def rows(runs):
    ours = {run["k"]: run["seconds_per_update"] for run in runs if run["program"] == OURS}
    yield ("program", "k", "threads", "s per epoch", "median", "times ours")
    for run in runs:
        yield (run["program"], str(run["k"]), str(run["threads"]),
               f"{run['seconds_per_update'] * UPDATES_PER_EPOCH:.2f}",
               f"{run['median_seconds_per_update'] * UPDATES_PER_EPOCH:.2f}",
               f"{run['seconds_per_update'] / ours[run['k']]:.1f}")


def as_text(table):
    widths = [max(len(cell) for cell in column) for column in zip(*table)]
    return "\n".join("  ".join(cell.ljust(width) if i == 0 else cell.rjust(width)
                               for i, (cell, width) in enumerate(zip(row, widths)))
                     for row in table)


def as_markdown(table):
    line = lambda cells: "| " + " | ".join(cells) + " |"
    rule = "|---" + "|---:" * (len(table[0]) - 1) + "|"
    return "\n".join([line(table[0]), rule] + [line(row) for row in table[1:]])


def units_on(runs):
    """A check that all sample from about the same model: ours at the start state,
    the peers after their last update."""
    for run in runs:
        visible = f"{run['visible_on']:.0f} visible and " if "visible_on" in run else ""
        yield (f"{run['program']}, k = {run['k']}: {visible}{run['hidden_on']:.0f} hidden units "
               "of a chain are on")


def main():
    folder, epoch = sys.argv[1:3]
    runs = fastest_runs(folder)
    rounds = len({path.name.split("-")[0] for path in pathlib.Path(folder).glob("*.json")})
    words = describe(runs, rounds, epoch)
    table = list(rows(runs))
    print(words, as_text(table), "\n".join(units_on(runs)), sep="\n\n")
    if len(sys.argv) > 3:
        pathlib.Path(sys.argv[3]).write_text(words + "\n\n" + as_markdown(table) + "\n")


if __name__ == "__main__":
    main()
