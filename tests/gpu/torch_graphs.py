"""The original's update in PyTorch on a card, captured as a CUDA graph; prints JSON.

usage: torch_graphs.py EPOCHS
"""

import json
import sys
import time

import torch

VISIBLE, HIDDEN, BATCH, K, UPDATES = 784, 500, 80, 30, 750
STEP, MOMENTUM = 0.1 / BATCH / BATCH, 0.3


class Run:
    def __init__(self):
        on_card = dict(device="cuda", dtype=torch.float32)
        self.images = torch.randint(0, 256, (UPDATES * BATCH, VISIBLE), dtype=torch.uint8,
                                    device="cuda")
        self.weights = 0.05 * torch.randn(VISIBLE, HIDDEN, **on_card)
        self.biases = [torch.zeros(VISIBLE, **on_card), torch.zeros(HIDDEN, **on_card)]
        self.changes = [torch.zeros_like(self.weights)] + [torch.zeros_like(b)
                                                           for b in self.biases]
        self.hidden = torch.zeros(BATCH, HIDDEN, **on_card)
        self.data = torch.zeros(BATCH, VISIBLE, **on_card)

    def update(self):
        visible_bias, hidden_bias = self.biases
        positive = torch.addmm(hidden_bias, self.data, self.weights).sigmoid_()
        h = self.hidden
        for _ in range(K):
            p = torch.addmm(visible_bias, h, self.weights.t()).sigmoid_()
            v = (torch.rand_like(p) < p).float()
            p = torch.addmm(hidden_bias, v, self.weights).sigmoid_()
            h = (torch.rand_like(p) < p).float()
        self.hidden.copy_(h)
        change, visible_change, hidden_change = self.changes
        change.addmm_(v.t(), h, beta=MOMENTUM, alpha=-STEP)
        change.addmm_(self.data.t(), positive, alpha=STEP)
        visible_change.mul_(MOMENTUM).add_((v - self.data).sum(0), alpha=-STEP)
        hidden_change.mul_(MOMENTUM).add_((h - positive).sum(0), alpha=-STEP)
        for parameter, changed in zip([self.weights] + self.biases, self.changes):
            parameter.add_(changed)

    def capture(self):
        stream = torch.cuda.Stream()
        with torch.cuda.stream(stream):
            for _ in range(3):
                self.update()
        torch.cuda.current_stream().wait_stream(stream)
        graph = torch.cuda.CUDAGraph()
        with torch.cuda.graph(graph):
            self.update()
        return graph

    def epoch(self, graph):
        start = time.perf_counter()
        for at in range(0, len(self.images), BATCH):
            self.data.copy_(self.images[at:at + BATCH])
            self.data.div_(255)
            graph.replay()
        torch.cuda.synchronize()
        return time.perf_counter() - start


def main():
    epochs = int(sys.argv[1])
    torch.backends.cuda.matmul.allow_tf32 = False
    with torch.inference_mode():
        run = Run()
        graph = run.capture()
        run.epoch(graph)
        seconds = sorted(run.epoch(graph) for _ in range(epochs))
    print(json.dumps({"program": f"PyTorch {torch.__version__} with CUDA graphs",
                      "device": torch.cuda.get_device_name(),
                      "seconds_per_epoch": {"minimum": seconds[0],
                                            "median": seconds[epochs // 2]}}))


if __name__ == "__main__":
    main()
