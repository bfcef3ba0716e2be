"""The training loop in PyTorch, measured from a start state; prints JSON.

usage: pcd_torch.py STATE DATA_FOLDER THREADS WARM_UP UPDATES REPETITIONS
"""

import json
import sys

import torch

from start_state import batches, measure, read_images, read_state


class TorchRbm:
    def __init__(self, state, config):
        take = lambda name: torch.from_numpy(state[name].copy())
        self.parameters = [take(name) for name in
                           ("interaction_weight", "visible_layer_bias", "hidden_layer_bias")]
        self.changes = [take("momentum_" + name) for name in
                        ("interaction_weight", "visible_layer_bias", "hidden_layer_bias")]
        self.hidden = take("chains_hidden").float()
        self.visible = take("chains_visible").float()
        self.k = config["k"]
        self.momentum = config["momentum"]
        self.rate = config["learning-rate"]

    def update(self, data):
        weights, visible_bias, hidden_bias = self.parameters
        data = torch.from_numpy(data)
        size = len(data)
        positive = torch.addmm(hidden_bias, data, weights).sigmoid_()
        h = self.hidden
        for _ in range(self.k):
            # Faster here than torch.bernoulli().
            p = torch.addmm(visible_bias, h, weights.t()).sigmoid_()
            v = (torch.rand_like(p) < p).float()
            p = torch.addmm(hidden_bias, v, weights).sigmoid_()
            h = (torch.rand_like(p) < p).float()
        self.visible, self.hidden = v, h
        step = self.rate / size / size  # the gradient is a mean, too
        change, visible_change, hidden_change = self.changes
        change.addmm_(v.t(), h, beta=self.momentum, alpha=-step)
        change.addmm_(data.t(), positive, alpha=step)
        visible_change.mul_(self.momentum).add_((v - data).sum(0), alpha=-step)
        hidden_change.mul_(self.momentum).add_((h - positive).sum(0), alpha=-step)
        for parameter, changed in zip(self.parameters, self.changes):
            parameter += changed


def main():
    path, folder, threads, warm_up, updates, repetitions = sys.argv[1:]
    torch.set_num_threads(int(threads))
    torch.manual_seed(1)
    state, config = read_state(path)
    images = read_images(folder)
    last = None

    def make_update():
        nonlocal last
        last = TorchRbm(state, config)
        return last.update

    with torch.inference_mode():
        fastest, median = measure(make_update, lambda: batches(images, config["batch-size"]),
                                  int(warm_up), int(updates), int(repetitions))
    print(json.dumps({
        "program": f"PyTorch {torch.__version__}", "k": config["k"], "threads": int(threads),
        "updates": int(updates), "repetitions": int(repetitions),
        "seconds_per_update": fastest, "median_seconds_per_update": median,
        "visible_on": last.visible.sum().item() / len(last.visible),
        "hidden_on": last.hidden.sum().item() / len(last.hidden)}))


if __name__ == "__main__":
    main()
