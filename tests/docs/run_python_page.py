#!/usr/bin/python3
"""Runs the Python of docs/guide/python.md, block after block, on a small model that rbm trains,
and compares: the likelihood by numpy with that of rbm evaluate, and the model written by numpy
with what rbm makes of it. Blocks that need the package safetensors are skipped without it.

Usage: run_python_page.py RBM ROOT
"""
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

RBM, ROOT = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()


def rbm(*words):
    run = subprocess.run([RBM, *words], capture_output=True, text=True, check=False)
    if run.returncode != 0:
        sys.exit(f"rbm {' '.join(words)} failed: {run.stderr}")
    return run.stdout


def evaluate(model):
    text = rbm("evaluate", model, "--exact", "--pixels", "threshold", "--data", "data", "--json")
    return json.loads(text)


def close(what, one, other, tolerance):
    print(f"{what}: {one:.6f} by numpy, {other:.6f} by rbm")
    if not abs(one - other) <= tolerance:
        sys.exit(f"{what} differs by more than {tolerance}")


def main():
    page = (ROOT / "docs/guide/python.md").read_text()
    blocks = re.findall(r"^```python\n(.*?)^```", page, flags=re.M | re.S)
    if len(blocks) < 4:
        sys.exit("The page has lost its Python.")
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.symlink(ROOT / "resources/starter", "data")
        rbm("train", "--preset", "small-exact", "--num-epoch", "3", "--likelihood", "none",
            "--data", "data", "--output", "model.safetensors")
        names = {}
        for block in blocks:
            if "safetensors." in block and not importlib.util.find_spec("safetensors"):
                print("Without the package safetensors, one block is skipped.")
                continue
            exec(compile(block, "python.md", "exec"), names) # pylint: disable=exec-used
        found = evaluate("model.safetensors")
        # The images' free energies are sums in float32.
        close("log Z", names["log_z"], found["log_z"], 1e-6)
        close("log-likelihood", names["log_likelihood"], found["test_log_likelihood"], 1e-3)
        if evaluate("pruned.safetensors")["test_log_likelihood"] >= found["test_log_likelihood"]:
            sys.exit("The model without its strongest unit is no worse.")
        rbm("filters", "pruned.safetensors", "--output", "pruned.png")


main()
