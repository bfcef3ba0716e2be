"""The original's estimate of log Z, in double precision with numpy alone: annealed
importance sampling (Neal 2001; Salakhutdinov & Murray 2008) from the model without
hidden units. Shares no code with the program, so that the two check each other.

usage: ais_original.py --model MODEL [--seeds 20] [--rbm PATH [--rbm-seeds 40]]
Prints log Z of each seed, their mean and standard deviation. With --rbm also those of
`rbm evaluate --method original`, and whether the two have one distribution; ends with
code 1 where that is improbable at a level of 0.1 %.
"""

import argparse
import json
import subprocess
import sys

import numpy

from start_state import read_tensors

LEVEL = 0.001
PERMUTATIONS = 100_000


def softplus(x):
    return numpy.logaddexp(0, x)


def sigmoid(x):
    return numpy.exp(-numpy.logaddexp(0, -x))


def drawn(random, probabilities):
    return (random.random(probabilities.shape) < probabilities).astype(numpy.float64)


class Model:
    """p(v, h) = exp(b.v + c.h + v.W.h) / Z."""

    def __init__(self, path):
        tensors, _ = read_tensors(path)
        self.b = tensors["visible_layer_bias"].astype(numpy.float64)
        self.c = tensors["hidden_layer_bias"].astype(numpy.float64)
        self.w = tensors["interaction_weight"].astype(numpy.float64)


def batch_log_weights(model, runs, temperatures, sweeps, random):
    """One log weight per run. Between the base p_0(v) = exp(b.v), whose hidden units
    do not exist, and the model lie
        p_beta(v) = exp(b.v) prod_j (1 + exp(beta (c_j + (v.W)_j))),
    for which the temperature scales c and W and leaves b alone. As b.v is in all of
    them, it cancels."""
    v = drawn(random, numpy.tile(sigmoid(model.b), (runs, 1)))
    log_weights = numpy.zeros(runs)
    before = numpy.zeros(runs)  # log p_0(v) - b.v: not H log 2
    for beta in numpy.arange(1, temperatures + 1) / temperatures:
        inputs = model.c + v @ model.w
        log_weights += softplus(beta * inputs).sum(axis=1) - before
        if beta == 1:
            break  # sweeps here would weigh nothing
        for _ in range(sweeps):
            h = drawn(random, sigmoid(beta * inputs))
            v = drawn(random, sigmoid(model.b + beta * (h @ model.w.T)))
            inputs = model.c + v @ model.w
        before = softplus(beta * inputs).sum(axis=1)
    return log_weights


def estimate(model, options, seed):
    """log Z and the effective sample size."""
    random = numpy.random.default_rng(seed)
    log_weights = numpy.concatenate(
        [batch_log_weights(model, options.runs, options.temperatures, options.sweeps, random)
         for _ in range(options.batches)])
    largest = log_weights.max()
    weights = numpy.exp(log_weights - largest)
    log_z = softplus(model.b).sum() + largest + numpy.log(weights.mean())
    return log_z, weights.sum() ** 2 / (weights**2).sum()


def estimate_with_rbm(options, seed):
    """The same by the program."""
    command = [options.rbm, "evaluate", options.model, "--method", "original", "--json",
               "--no-cuda", "--data", options.data, "--threads", str(options.threads),
               "--seed", str(seed), "--ais-num-batch", str(options.batches),
               "--ais-batch-size", str(options.runs),
               "--ais-intermediate-steps", str(options.temperatures),
               "--ais-burn-in-steps", str(options.sweeps)]
    result = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    return result["log_z"], result["effective_sample_size"]


def collect(name, function, seeds):
    values = []
    for seed in range(1, seeds + 1):
        log_z, effective = function(seed)
        values.append(log_z)
        print(f"{name} seed {seed}: log Z {log_z:.3f}, effective sample size {effective:.1f}",
              flush=True)
    values = numpy.array(values)
    deviation = values.std(ddof=1) if seeds > 1 else float("nan")
    print(f"{name}: mean {values.mean():.3f}, standard deviation {deviation:.3f}, "
          f"standard error {deviation / numpy.sqrt(seeds):.3f} of {seeds} seeds", flush=True)
    return values


def difference_of_means(values, is_first):
    """Of each row of `is_first`, which says whose the sorted values are."""
    first = is_first.sum(axis=1)
    sums = is_first @ values
    return abs(sums / first - (values.sum() - sums) / (len(values) - first))


def largest_step(values, is_first):
    """Kolmogorov and Smirnov's distance between the two distributions. That the values
    are sorted suffices, as ties have probability zero."""
    del values
    first = is_first.sum(axis=1, keepdims=True)
    steps = numpy.where(is_first, 1 / first, -1 / (is_first.shape[1] - first))
    return abs(steps.cumsum(axis=1)).max(axis=1)


def compare(first, second):
    """Tests by permutation, which assume nothing of the distribution: of how many ways
    to deal the values out the statistic is as large as ours. Returns the exit code."""
    order = numpy.argsort(numpy.concatenate([first, second]))
    values = numpy.concatenate([first, second])[order]
    values -= values.mean()
    ours = (order < len(first))[numpy.newaxis]
    random = numpy.random.default_rng(1)
    dealt = random.permuted(numpy.repeat(ours, PERMUTATIONS, axis=0), axis=1)
    smallest = 1.0
    for name, statistic in (("difference of the means", difference_of_means),
                            ("Kolmogorov-Smirnov distance", largest_step)):
        found = statistic(values, ours)[0]
        as_large = (statistic(values, dealt) >= found * (1 - 1e-9)).sum()
        p = (as_large + 1) / (PERMUTATIONS + 1)
        print(f"{name}: {found:.4f}, p = {p:.2g}")
        smallest = min(smallest, p)
    differ = 2 * smallest < LEVEL  # two tests
    print("The two differ." if differ else f"No difference at a level of {LEVEL:.1%}.")
    return 1 if differ else 0


def parsed_options():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", required=True, help="safetensors file")
    parser.add_argument("--seeds", type=int, default=20, help="estimates (default 20)")
    parser.add_argument("--batches", type=int, default=10, help="batches of runs (default 10)")
    parser.add_argument("--runs", type=int, default=100, help="runs of a batch (default 100)")
    parser.add_argument("--temperatures", type=int, default=10, help="(default 10)")
    parser.add_argument("--sweeps", type=int, default=10,
                        help="Gibbs sweeps at each temperature (default 10)")
    parser.add_argument("--rbm", help="the program to compare with")
    parser.add_argument("--rbm-seeds", type=int, default=40, help="its estimates (default 40)")
    parser.add_argument("--threads", type=int, default=1, help="its threads (default 1)")
    parser.add_argument("--data", default="starter",
                        help="its images, which have no influence on log Z (default starter)")
    options = parser.parse_args()
    for name in ("seeds", "batches", "runs", "temperatures", "sweeps", "rbm_seeds"):
        if getattr(options, name) < 1:
            parser.error(f"--{name.replace('_', '-')} must be at least 1.")
    return options


def main():
    options = parsed_options()
    model = Model(options.model)
    ours = collect("numpy", lambda seed: estimate(model, options, seed), options.seeds)
    if not options.rbm:
        return 0
    theirs = collect("rbm", lambda seed: estimate_with_rbm(options, seed), options.rbm_seeds)
    return compare(ours, theirs)


if __name__ == "__main__":
    sys.exit(main())
