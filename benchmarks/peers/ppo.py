"""PPO with a central critic on MPE's speaker-listener, as Parley's Experiment.ppo() has it, in PyTorch.

ppo.py --check FOLDER                  the same losses from the same weights, episodes and minibatches?
ppo.py --time FOLDER --worlds KIND     how long does a step of one world take, learning included?
ppo.py --learn FOLDER --worlds KIND --seed S --rounds N     what do agents earn after N rounds?

The folder holds layout.json with the settings; KIND is mpe2, or arrays for a speaker-listener in numpy.
"""

import argparse
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

import common
import worlds

NAMES = ["speaker_0", "listener_0"]
LOGGED = ["policy_loss", "value_loss", "entropy", "kl", "clipped"]


def perceptron(inputs, hidden, layers, outputs, gain):
    """Rectified units; orthogonal weights with gain sqrt(2), of the last layer with the given one."""
    sizes = [inputs] + [hidden] * layers + [outputs]
    parts = []
    for i, (rows, columns) in enumerate(zip(sizes, sizes[1:])):
        linear = nn.Linear(rows, columns)
        last = i == layers
        nn.init.orthogonal_(linear.weight, gain if last else 2**0.5)
        nn.init.zeros_(linear.bias)
        parts += [linear] if last else [linear, nn.ReLU()]
    return nn.Sequential(*parts)


class ReturnScale:
    """Running mean and deviation of returns, over about a hundred rounds."""

    def __init__(self, on):
        self.on, self.sums, self.weight = on, np.zeros(2), 0.0
        self.centre, self.spread = 0.0, 1.0

    def take(self, returns):
        if self.on:
            self.sums = 0.99 * self.sums + 0.01 * np.array([returns.mean(), np.square(returns).mean()])
            self.weight = 0.99 * self.weight + 0.01
            self.centre, square = self.sums / self.weight
            self.spread = max(1e-8, square - self.centre**2) ** 0.5


class Policy:
    """One agent's actor and critic, and how they learn."""

    def __init__(self, settings, inputs, judged, options, bonus):
        self.settings, self.bonus = settings, bonus
        hidden, layers = settings["hidden"], settings["layers"]
        self.actor = perceptron(inputs, hidden, layers, options, 0.01)
        self.critic = perceptron(judged, hidden, layers, 1, 1)
        self.parameters = [*self.actor.parameters(), *self.critic.parameters()]
        self.adam = torch.optim.Adam(self.parameters, lr=settings["learning_rate"], fused=True)
        self.scale = ReturnScale(settings["normalise_values"])

    def load(self, flat):
        """Parley's weights are [inputs, outputs]; returns what is left."""
        with torch.no_grad():
            for linear in [*self.actor, *self.critic]:
                if isinstance(linear, nn.Linear):
                    rows, columns = linear.in_features, linear.out_features
                    weight, bias, flat = flat.split([rows * columns, columns, len(flat) - (rows + 1) * columns])
                    linear.weight.copy_(weight.view(rows, columns).t())
                    linear.bias.copy_(bias)
        return flat

    @torch.no_grad()
    def choose(self, seen):
        """One choice a row: [batch]."""
        scores = self.actor(torch.from_numpy(seen))
        return torch.multinomial(torch.softmax(scores, 1), 1).view(-1).numpy()

    @torch.no_grad()
    def judge(self, seen, everything, choices):
        """Log-probabilities of the choices, and the values of what was seen, as returns."""
        logs = F.log_softmax(self.actor(seen), 1).gather(1, choices[:, None]).squeeze(1)
        values = self.critic(everything).squeeze(1).double().numpy()
        return logs, values * self.scale.spread + self.scale.centre

    def learn(self, seen, everything, choices, before, advantages, returns, orders=None):
        """Several passes over a round; means of what is logged. `orders` are drawn if not given."""
        settings, moments = self.settings, len(choices)
        if settings["normalise_advantages"]:
            advantages = (advantages - advantages.mean()) / (advantages.std() + 1e-8)
        self.scale.take(returns)
        targets = torch.from_numpy((returns - self.scale.centre) / self.scale.spread).float()
        everyone = (seen, everything, choices, before, torch.from_numpy(advantages).float(), targets)
        parts = -(-moments // settings["minibatch"])
        logged, steps = torch.zeros(len(LOGGED)), 0
        for epoch in range(settings["epochs"]):
            order = torch.randperm(moments) if orders is None else orders[epoch]
            for batch in zip(*(torch.tensor_split(each[order], parts) for each in everyone)):
                logged += self._step(*batch)
                steps += 1
        return (logged / steps).tolist()

    def _step(self, seen, everything, choices, before, advantages, targets):
        settings = self.settings
        logs = F.log_softmax(self.actor(seen), 1)
        ratio = (logs.gather(1, choices[:, None]).squeeze(1) - before).exp()
        clipped = ratio.clamp(1 - settings["clip_range"], 1 + settings["clip_range"])
        policy = -torch.min(ratio * advantages, clipped * advantages).mean()
        value = 0.5 * F.mse_loss(self.critic(everything).squeeze(1), targets)
        entropy = -(logs.exp() * logs).sum(1).mean()
        loss = policy + settings["value_weight"] * value - self.bonus * entropy
        self.adam.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(self.parameters, settings["clip"])
        self.adam.step()
        with torch.no_grad():
            far = ((ratio - 1).abs() > settings["clip_range"]).float().mean()
            kl = (ratio - 1 - ratio.log()).mean()
            return torch.stack([policy, value, entropy, kl, far])


class Game:
    """Rounds of whole episodes: play a batch, find advantages, learn, log."""

    def __init__(self, layout, batched):
        self.settings, self.worlds, self.batch = layout, batched, layout["batch"]
        widths = layout["widths"]
        bonuses = [layout["speech_entropy"], layout["entropy"]]
        self.policies = [
            Policy(layout, width, sum(widths), options, bonus)
            for width, options, bonus in zip(widths, layout["options"], bonuses)
        ]
        steps = worlds.STEPS
        self.seen = [np.zeros((steps + 1, self.batch, width), dtype=np.float32) for width in widths]
        self.choices = np.zeros((len(widths), steps, self.batch), dtype=np.int64)
        self.rewards = np.zeros((steps, len(widths), self.batch))
        self.seconds = {"worlds": 0.0, "choices": 0.0, "learning": 0.0}
        self.rounds = 0
        self.log = []

    def load(self, parameters):
        for policy, flat in zip(self.policies, parameters):
            if len(policy.load(flat)) > 0:
                raise SystemExit("there are more parameters than nets take")

    def round(self):
        self.play()
        self.learn()

    def play(self):
        clock, inside = time.perf_counter, 0.0
        begun = clock()
        self.worlds.reset()
        self._look(0)
        inside += clock() - begun
        for t in range(worlds.STEPS):
            for agent, policy in enumerate(self.policies):
                self.choices[agent, t] = policy.choose(self.seen[agent][t])
            start = clock()
            self.rewards[t] = self.worlds.step(self.choices[:, t, None])
            self._look(t + 1)
            inside += clock() - start
        self.seconds["worlds"] += inside
        self.seconds["choices"] += clock() - begun - inside

    def _look(self, t):
        for agent, view in enumerate(self.worlds.look()):
            self.seen[agent][t] = view

    def learn(self, orders=(None, None)):
        start = time.perf_counter()
        everything = torch.from_numpy(np.concatenate(self.seen, 2).reshape(-1, sum(self.settings["widths"])))
        moments = worlds.STEPS * self.batch
        # The last views are judged too: episodes are cut off, not ended.
        row = {"return": (self.rewards.sum(0).mean(1)).tolist()}
        for agent, policy in enumerate(self.policies):
            seen = torch.from_numpy(self.seen[agent][:-1].reshape(moments, -1))
            choices = torch.from_numpy(self.choices[agent].reshape(-1))
            logs, values = policy.judge(seen, everything, choices)
            advantages = self._advantages(self.rewards[:, agent], values.reshape(-1, self.batch)).reshape(-1)
            returns = advantages + values[:moments]
            learned = policy.learn(
                seen, everything[:moments], choices, logs, advantages, returns, orders[agent]
            )
            row[NAMES[agent]] = dict(zip(LOGGED, learned))
        self.log.append(row)
        self.rounds += 1
        self.seconds["learning"] += time.perf_counter() - start

    def shares(self):
        """Where the time of the rounds since the last call went."""
        whole = sum(self.seconds.values())
        shares = {name: seconds / whole for name, seconds in self.seconds.items()}
        self.seconds = dict.fromkeys(self.seconds, 0.0)
        return {"shares": shares}

    def _advantages(self, rewards, values):
        """Generalised advantage estimates, [steps, batch]."""
        discount, decay = self.settings["discount"], self.settings["discount"] * self.settings["lambda"]
        errors = rewards + discount * values[1:] - values[:-1]
        for t in range(len(errors) - 2, -1, -1):
            errors[t] += decay * errors[t + 1]
        return errors


def check(folder):
    """The rounds that Parley has played, learned from again."""
    layout = folder.layout
    recorded = worlds.Recorded(folder)
    comparison = common.Comparison()
    recorded.compare("mpe2", comparison)
    recorded.compare("arrays", comparison)
    game = Game(layout, None)
    game.load(folder.floats("parameters.f32", -1).split(layout["parameters"]))
    moments = worlds.STEPS * recorded.batch
    orders = folder.wholes("orders.i32", recorded.rounds, len(NAMES), layout["epochs"], moments)
    logged = folder.doubles("log.f64", recorded.rounds, len(NAMES), len(LOGGED))
    for r in range(recorded.rounds):
        game.seen = [seen[r] for seen in recorded.seen]
        game.choices = np.stack([choices[r, :, 0] for choices in recorded.choices])
        game.rewards = recorded.rewards[r]
        game.learn(orders[r])
        for agent, name in enumerate(NAMES):
            for column, theirs in zip(LOGGED, logged[r, agent].tolist()):
                comparison.add(f"round {r + 1} {name} {column}", theirs, game.log[r][name][column])
    comparison.end(peer="ppo", batch=recorded.batch)


def learn(game, rounds):
    """Returns of an agent, round by round."""
    for _ in range(rounds):
        game.round()
    common.show({"returns": [sum(row["return"]) / len(NAMES) for row in game.log], **common.versions()})


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--check", metavar="FOLDER")
    arguments.add_argument("--time", metavar="FOLDER")
    arguments.add_argument("--learn", metavar="FOLDER")
    arguments.add_argument("--worlds", choices=worlds.KINDS, default="mpe2")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--rounds", type=int, default=1)
    arguments.add_argument("--seconds", type=float, default=5)
    options = arguments.parse_args()
    folder = common.Folder(options.check or options.time or options.learn)
    torch.manual_seed(options.seed)
    if options.check:
        check(folder)
    layout = folder.layout
    game = Game(layout, worlds.KINDS[options.worlds]("speaker-listener", layout["batch"], options.seed))
    if options.learn:
        torch.set_num_threads(1)
        learn(game, options.rounds)
    else:
        common.best(game.round, worlds.STEPS * layout["batch"], options.seconds, game.shares)


if __name__ == "__main__":
    main()
