"""Steps of MPE's worlds by the package mpe2, with random choices.

stepping.py --check FOLDER             the same views and rewards from the same beginnings and choices?
stepping.py --time GAME --batch N      how long does a step of one world take?

A step of a world is a step of all its agents; episodes have 25, and beginning one is a part of the time, as are
the observations of every agent at its beginning and after every step. The choices of an episode are drawn at once.
"""

import argparse
import importlib.metadata
import statistics
import sys

import numpy as np

import common
import worlds


def episodes(game, batch):
    """What plays one episode in each of `batch` worlds."""
    batched = worlds.Mpe2(game, batch, seed=1)
    random = np.random.default_rng(1)
    shape = (worlds.STEPS, batch, len(batched.options))

    def episode():
        batched.reset()
        for actions in random.integers(batched.options, size=shape).tolist():
            batched.act(actions)

    return episode


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", metavar="FOLDER")
    arguments.add_argument("--worlds", choices=worlds.KINDS, default="mpe2")
    arguments.add_argument("--time", metavar="GAME", choices=worlds.MODULES)
    arguments.add_argument("--batch", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=5)
    options = arguments.parse_args()
    if options.check:
        comparison = common.Comparison()
        worlds.Recorded(common.Folder(options.check)).compare(options.worlds, comparison)
        comparison.end(peer="stepping", worlds=options.worlds)
    steps = worlds.STEPS * options.batch
    times = common.sample(episodes(options.time, options.batch), steps, options.seconds)
    low, median, high = statistics.quantiles(times, n=4)
    common.show(
        {
            "median_us": median,
            "low_us": low,
            "high_us": high,
            "steps": len(times) * steps,
            "threads": 1,
            "mpe2": importlib.metadata.version("mpe2"),
            "python": sys.version.split()[0],
        }
    )


if __name__ == "__main__":
    main()
