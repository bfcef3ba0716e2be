#!/usr/bin/env python3
"""Makes the starter digits from the four unpacked MNIST files.

Usage: make_starter.py MNIST_FOLDER [OUTPUT_FOLDER]

Takes the first 200 training and 50 test digits of each class, in the order in
which they stand in MNIST.
"""

import pathlib
import struct
import sys
import zlib

CLASSES = 10
IMAGE_BYTES = 28 * 28


def read(path, dimensions):
    content = path.read_bytes()
    header = 4 + 4 * dimensions
    magic, count = struct.unpack(">II", content[:8])
    if magic != 0x0800 + dimensions:
        sys.exit(f"{path} is no IDX file of bytes in {dimensions} dimensions")
    return count, content[header:]


def choose(labels, per_class):
    taken = [0] * CLASSES
    chosen = []
    for index, label in enumerate(labels):
        if taken[label] < per_class:
            taken[label] += 1
            chosen.append(index)
    return chosen


def write(path, header, content):
    # As gzip -9 -n: neither name nor time, so that the same digits give the same file.
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    path.write_bytes(packer.compress(header + content) + packer.flush())


def make(source, target, prefix, per_class):
    images_name = f"{prefix}-images-idx3-ubyte"
    labels_name = f"{prefix}-labels-idx1-ubyte"
    _, images = read(source / images_name, 3)
    _, labels = read(source / labels_name, 1)
    chosen = choose(labels, per_class)
    picked = b"".join(images[i * IMAGE_BYTES : (i + 1) * IMAGE_BYTES] for i in chosen)
    write(target / f"{images_name}.gz", struct.pack(">IIII", 0x0803, len(chosen), 28, 28), picked)
    write(
        target / f"{labels_name}.gz",
        struct.pack(">II", 0x0801, len(chosen)),
        bytes(labels[i] for i in chosen),
    )


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    source = pathlib.Path(sys.argv[1])
    target = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).parent
    make(source, target, "train", 200)
    make(source, target, "t10k", 50)


if __name__ == "__main__":
    main()
