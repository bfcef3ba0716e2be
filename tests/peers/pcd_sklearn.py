"""scikit-learn's BernoulliRBM (PCD with k = 1, no momentum), measured from a
start state; prints JSON.

usage: pcd_sklearn.py STATE DATA_FOLDER THREADS WARM_UP UPDATES REPETITIONS
The number of threads is that of its BLAS; run.sh sets it in the environment.
"""

import json
import sys

import numpy
import sklearn
from sklearn.neural_network import BernoulliRBM

from start_state import batches, measure, read_images, read_state


def make_model(state, config):
    """The start state as float32, which fit() keeps (partial_fit() does not)."""
    size = config["batch-size"]
    model = BernoulliRBM(n_components=config["num-hidden"], batch_size=size,
                         learning_rate=config["learning-rate"] / size)
    model.components_ = state["interaction_weight"].T.copy(order="F")
    model.intercept_visible_ = state["visible_layer_bias"].copy()
    model.intercept_hidden_ = state["hidden_layer_bias"].copy()
    model.h_samples_ = state["chains_hidden"].astype(numpy.float32)
    return model


def main():
    path, folder, threads, warm_up, updates, repetitions = sys.argv[1:]
    state, config = read_state(path)
    images = read_images(folder)
    random = numpy.random.RandomState(1)
    last = None

    def make_update():
        nonlocal last
        last = make_model(state, config)
        # What fit() calls for each mini-batch.
        return lambda batch: last._fit(batch, random)

    fastest, median = measure(make_update, lambda: batches(images, config["batch-size"]),
                              int(warm_up), int(updates), int(repetitions))
    print(json.dumps({
        "program": f"scikit-learn {sklearn.__version__}", "k": 1, "threads": int(threads),
        "updates": int(updates), "repetitions": int(repetitions),
        "seconds_per_update": fastest, "median_seconds_per_update": median,
        "hidden_on": float(last.h_samples_.sum(axis=1).mean())}))


if __name__ == "__main__":
    main()
