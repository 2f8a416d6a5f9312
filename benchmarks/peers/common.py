"""What the peers share: exported folders, comparisons, timing, PyTorch's best thread setting."""

import json
import os
import pathlib
import statistics
import sys
import time

import numpy as np
import torch

TOLERANCE = 1e-4


class Folder:
    """What Parley has exported: layout.json, and flat little-endian files beside it."""

    def __init__(self, path):
        self.path = pathlib.Path(path)
        self.layout = json.loads((self.path / "layout.json").read_text())

    def floats(self, name, *shape):
        values = np.fromfile(self.path / name, dtype="<f4").reshape(shape)
        return torch.from_numpy(values.copy())

    def doubles(self, name, *shape):
        return np.fromfile(self.path / name, dtype="<f8").reshape(shape)

    def wholes(self, name, *shape):
        values = np.fromfile(self.path / name, dtype="<i4").reshape(shape)
        return torch.from_numpy(values.astype(np.int64))

    def parameters(self):
        """Every parameter by its name, in the order of the file."""
        flat = self.floats("parameters.f32", -1)
        found, start = {}, 0
        for part in self.layout["parameters"]:
            length = part["rows"] * part["columns"]
            found[part["name"]] = flat[start : start + length].reshape(part["rows"], part["columns"]).clone()
            start += length
        if start != len(flat):
            raise SystemExit(f"parameters.f32 has {len(flat)} numbers, the layout {start}")
        return found


class Comparison:
    """The largest difference seen between Parley's numbers and the peer's, and where."""

    def __init__(self):
        self.worst, self.where, self.seen = 0.0, "nowhere", 0

    def add(self, where, theirs, ours):
        difference = abs(theirs - ours) / max(1.0, abs(theirs))
        self.seen += 1
        if not difference <= self.worst:
            self.worst, self.where = difference, f"{where}: {theirs} and {ours}"

    def end(self, **facts):
        """Prints one line, and ends the process with 1 if the numbers differ."""
        equal = self.seen > 0 and self.worst <= TOLERANCE
        show({"equal": equal, "compared": self.seen, "worst": self.worst, "where": self.where, **facts})
        sys.exit(0 if equal else 1)


def show(facts):
    print(json.dumps(facts), flush=True)


def thread_settings():
    return sorted({1, 2, os.cpu_count() or 1})


def sample(step, steps, seconds):
    """Microseconds a step; `step` does `steps` of them at once. A fifth of the time warms up."""
    until = time.perf_counter() + seconds / 5
    while time.perf_counter() < until:
        step()
    times = []
    until = time.perf_counter() + seconds
    while time.perf_counter() < until or len(times) < 5:
        start = time.perf_counter_ns()
        step()
        times.append((time.perf_counter_ns() - start) / 1e3 / steps)
    return times


def best(step, steps, seconds, facts=dict):
    """Times under every thread setting; prints one line, with that of the lowest median and what `facts` tells of it."""
    fastest, medians = None, {}
    for threads in thread_settings():
        torch.set_num_threads(threads)
        times = sample(step, steps, seconds)
        low, median, high = statistics.quantiles(times, n=4)
        medians[threads] = median
        told = facts()
        if fastest is None or median < fastest["median_us"]:
            fastest = {
                "median_us": median,
                "low_us": low,
                "high_us": high,
                "steps": len(times) * steps,
                "threads": threads,
                **told,
            }
    show({**fastest, "by_threads": medians, **versions()})


def versions():
    return {"torch": torch.__version__, "python": sys.version.split()[0]}
