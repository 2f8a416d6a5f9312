"""The training step of Parley's VQ-VAE in PyTorch: eager, fused Adam.

vqvae.py --check FOLDER   the same losses from the same weights and images?
vqvae.py --time FOLDER    how long does a step take?
"""

import argparse

import torch
import torch.nn as nn
import torch.nn.functional as F

import common


class VqVae(nn.Module):
    """784-512-64-512-784 with one code an image, or whatever sizes are asked for."""

    def __init__(self, pixels, hidden, latent, codes, commitment=0.25, straight_through=True):
        super().__init__()
        self.encoder = nn.Sequential(nn.Linear(pixels, hidden), nn.ReLU(), nn.Linear(hidden, latent))
        self.decoder = nn.Sequential(
            nn.Linear(latent, hidden), nn.ReLU(), nn.Linear(hidden, pixels), nn.Sigmoid()
        )
        self.codebook = nn.Parameter(torch.empty(codes, latent).uniform_(-1 / codes, 1 / codes))
        self.commitment, self.straight_through = commitment, straight_through

    def load(self, values):
        with torch.no_grad():
            for name, net in (("encoder", self.encoder), ("decoder", self.decoder)):
                for layer, linear in ((1, net[0]), (2, net[2])):
                    linear.weight.copy_(values[f"{name}.w{layer}"].t())
                    linear.bias.copy_(values[f"{name}.b{layer}"].view(-1))
            self.codebook.copy_(values["codebook"])

    def forward(self, images):
        """The loss, its parts that are logged, and the codes of the images."""
        z = self.encoder(images)
        with torch.no_grad():
            scores = torch.addmm(self.codebook.square().sum(1), z, self.codebook.t(), alpha=-2)
            nearest = scores.argmin(1)
        e = F.embedding(nearest, self.codebook)
        passed = z + (e - z).detach() if self.straight_through else e
        reconstruction = F.mse_loss(self.decoder(passed), images)
        commitment = F.mse_loss(z, e.detach())
        loss = reconstruction + self.commitment * commitment + F.mse_loss(e, z.detach())
        return loss, reconstruction, commitment, nearest


class Trainer:
    """Epochs in random order, batch by batch; a last incomplete batch is left out."""

    def __init__(self, model, batch, rate=1e-3):
        self.model, self.batch = model, batch
        self.adam = torch.optim.Adam(model.parameters(), lr=rate, fused=True)

    def step(self, images):
        loss, reconstruction, commitment, nearest = self.model(images)
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        self.adam.step()
        return reconstruction.item(), commitment.item(), nearest

    def epoch(self, images):
        order = torch.randperm(len(images))
        steps = len(images) // self.batch
        use = torch.zeros(len(self.model.codebook), dtype=torch.int64)
        error = distance = 0.0
        for i in range(steps):
            chosen = images[order[i * self.batch : (i + 1) * self.batch]]
            reconstruction, commitment, nearest = self.step(chosen)
            error += reconstruction
            distance += commitment
            use += torch.bincount(nearest, minlength=len(use))
        return error / steps, distance / steps, use


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", metavar="FOLDER")
    arguments.add_argument("--time", metavar="FOLDER")
    arguments.add_argument("--seconds", type=float, default=5)
    options = arguments.parse_args()
    folder = common.Folder(options.check or options.time)
    layout = folder.layout
    model = VqVae(
        layout["pixels"],
        layout["hidden"],
        layout["latent"],
        layout["codes"],
        layout["commitment"],
        layout["straight_through"],
    )
    model.load(folder.parameters())
    steps, batch = layout["steps"], layout["batch"]
    images = folder.floats("images.f32", steps * batch, layout["pixels"])
    trainer = Trainer(model, batch, layout["learning_rate"])
    if options.check:
        comparison = common.Comparison()
        logged = folder.doubles("log.f64", steps, 2).tolist()
        for i, theirs in enumerate(logged):
            ours = trainer.step(images[i * batch : (i + 1) * batch])
            for name, number, loss in zip(("reconstruction", "commitment"), theirs, ours):
                comparison.add(f"step {i + 1} {name}", number, loss)
        comparison.end(peer="vqvae", batch=batch)
    common.best(lambda: trainer.epoch(images), steps, options.seconds)


if __name__ == "__main__":
    main()
