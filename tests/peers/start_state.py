"""What the Python peers share: the start state, the images and the clock."""

import gzip
import json
import pathlib
import time

import numpy

TYPES = {"F32": numpy.float32, "U8": numpy.uint8}


def read_tensors(path):
    """The tensors of a safetensors file by name, and its metadata."""
    content = pathlib.Path(path).read_bytes()
    length = int.from_bytes(content[:8], "little")
    header = json.loads(content[8 : 8 + length])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, entry in header.items():
        begin, end = (8 + length + offset for offset in entry["data_offsets"])
        flat = numpy.frombuffer(content[begin:end], TYPES[entry["dtype"]])
        tensors[name] = flat.reshape(entry["shape"])
    return tensors, metadata


def read_state(path):
    """The tensors of a safetensors file by name, and its training options."""
    tensors, metadata = read_tensors(path)
    return tensors, json.loads(metadata["training_config"])


def read_images(folder):
    """The training images of an IDX folder, [n, pixels], gray values from 0 to 1."""
    path = pathlib.Path(folder) / "train-images-idx3-ubyte"
    if path.exists():
        content = path.read_bytes()
    else:
        content = gzip.decompress(path.with_name(path.name + ".gz").read_bytes())
    count, height, width = (int.from_bytes(content[i : i + 4], "big") for i in (4, 8, 12))
    pixels = numpy.frombuffer(content, numpy.uint8, offset=16)
    return pixels.reshape(count, height * width)


def batches(images, size, seed=1):
    """Shuffled mini-batches as float32, without end."""
    random = numpy.random.default_rng(seed)
    while True:
        order = random.permutation(len(images))
        for first in range(0, len(images) - size + 1, size):
            yield images[order[first : first + size]].astype(numpy.float32) / 255


def measure(make_update, batch_source, warm_up, updates, repetitions):
    """Seconds per update: the mean over the updates of each one's fastest and
    median repetition. `make_update` returns to the start state and gives the
    function that makes one update."""
    seconds = numpy.empty((repetitions, updates))
    for repetition in range(repetitions):
        update = make_update()
        source = batch_source()
        for number in range(-warm_up, updates):
            start = time.perf_counter()
            update(next(source))
            if number >= 0:
                seconds[repetition, number] = time.perf_counter() - start
    return seconds.min(axis=0).mean(), numpy.median(seconds, axis=0).mean()
