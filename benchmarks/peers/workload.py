"""The whole published workload in PyTorch: the VQ-VAE's epochs, then the rounds of the game.

workload.py FOLDER   the folder holds images.f32, labels.i32 and layout.json
"""

import sys
import time

import torch

import common
from aim import Game, Reference
from vqvae import Trainer, VqVae


def fewest_seconds(work):
    """Sets the number of threads with which a short piece of this work is fastest."""
    seconds = {}
    for threads in common.thread_settings():
        torch.set_num_threads(threads)
        work()
        start = time.perf_counter()
        work()
        seconds[threads] = time.perf_counter() - start
    chosen = min(seconds, key=seconds.get)
    torch.set_num_threads(chosen)
    return chosen


def vqvae(layout):
    model = VqVae(
        layout["pixels"], layout["encoder_hidden"], layout["latent"], layout["codes"], straight_through=False
    )
    return Trainer(model, layout["encoder_batch"])


def rounds(game, count):
    player = Reference(game)
    for _ in range(count):
        player.round()


def main():
    folder = common.Folder(sys.argv[1])
    layout = folder.layout
    labels = folder.wholes("labels.i32", -1)
    images = folder.floats("images.f32", len(labels), layout["pixels"])
    threads_epochs = fewest_seconds(lambda: vqvae(layout).epoch(images[:1280]))
    start = time.perf_counter()
    trainer = vqvae(layout)
    for _ in range(layout["epochs"]):
        trainer.epoch(images)
    with torch.no_grad():
        latents = trainer.model.encoder(images)
    epochs = time.perf_counter() - start
    game = Game(layout, latents, labels)
    threads_rounds = fewest_seconds(lambda: rounds(game, 100))
    start = time.perf_counter()
    rounds(game, layout["rounds"])
    played = time.perf_counter() - start
    common.show(
        {
            "total_s": epochs + played,
            "epochs_s": epochs,
            "rounds_s": played,
            "threads_epochs": threads_epochs,
            "threads": threads_rounds,
            **common.versions(),
        }
    )


if __name__ == "__main__":
    main()
