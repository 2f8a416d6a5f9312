"""A round of AIM as Parley's Aim.published() plays it, in PyTorch, in two styles.

aim.py --style reference|lean --check FOLDER   the same losses from the same weights and samples?
aim.py --style reference|lean --time FOLDER    how long does a round take?

Both styles do what a round of Parley does: draw signals, speak twice, act, be paid, compute all
losses and gradients, one step of Adam for every parameter, log everything, remember the messages.
"""

import argparse
import math
import random
from collections import deque

import torch
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Categorical

import common

LABEL = 8


class Game:
    """Signals, payoffs and settings, from an exported folder or from arrays."""

    def __init__(self, layout, latents, labels):
        self.batch, self.codes = layout["batch"], layout["codes"]
        self.length, self.latent = layout["seq_len"], layout["latent"]
        self.hidden, self.classes = layout["hidden"], layout["classes"]
        self.payoffs = layout["payoffs"]
        self.rate, self.rate_decay = layout["learning_rate"]
        self.bonus, self.bonus_decay = layout["entropy"]
        self.opponent, self.intent = layout["opponent"], layout["intent"]
        self.kept = layout["kept"]
        self.latents, self.labels = latents, labels
        self.label_list = labels.tolist()
        self.by_class = [[i for i, l in enumerate(self.label_list) if l == c] for c in range(self.classes)]

    @staticmethod
    def exported(folder):
        layout = folder.layout
        labels = folder.wholes("labels.i32", -1)
        return Game(layout, folder.floats("latents.f32", len(labels), layout["latent"]), labels)

    def draw(self):
        """A label uniformly for each episode, then a sample of it."""
        return [random.choice(self.by_class[random.randrange(self.classes)]) for _ in range(self.batch)]


class PolicyNet(nn.Module):
    """Two layers that score the codes at every place of a message."""

    def __init__(self, inputs, hidden, length, codes):
        super().__init__()
        self.length, self.codes = length, codes
        self.fc1 = nn.Linear(inputs, hidden)
        self.fc2 = nn.Linear(hidden, length * codes)

    def forward(self, state):
        return self.fc2(F.relu(self.fc1(state))).view(-1, self.length, self.codes)


class Head(nn.Module):
    """A perceptron with one hidden layer."""

    def __init__(self, inputs, hidden, outputs):
        super().__init__()
        self.fc1 = nn.Linear(inputs, hidden)
        self.fc2 = nn.Linear(hidden, outputs)

    def forward(self, x):
        return self.fc2(F.relu(self.fc1(x)))


class Agent(nn.Module):
    """One agent's embeddings, policy and heads; a also owns the critic."""

    def __init__(self, game, speaks_first):
        super().__init__()
        message, half = game.length * game.latent, game.hidden // 2
        state = game.latent + LABEL + (0 if speaks_first else message)
        heads = message + LABEL if speaks_first else state
        self.labels = nn.Embedding(game.classes, LABEL)
        self.symbols = nn.Embedding(game.codes, game.latent)
        self.policy = PolicyNet(state, game.hidden, game.length, game.codes)
        self.opponent = Head(heads, half, game.length * game.codes)
        self.intent = Head(heads, half, 2)
        if speaks_first:
            self.critic = Head(state + message, 2 * game.hidden, 1)

    def read(self, symbols):
        return self.symbols(symbols).flatten(1)

    def speak(self, state, forced):
        """Symbols [batch, length], their summed log-probability, the mean entropy of a symbol."""
        logits = self.policy(state)
        symbols, logs, entropies = [], [], []
        for place in range(logits.shape[1]):
            distribution = Categorical(logits=logits[:, place])
            symbol = distribution.sample() if forced is None else forced[:, place]
            symbols.append(symbol)
            logs.append(distribution.log_prob(symbol))
            entropies.append(distribution.entropy())
        return torch.stack(symbols, 1), torch.stack(logs, 1).sum(1), torch.stack(entropies, 1).mean()


class Reference:
    """The way the reference code of such a game is written."""

    def __init__(self, game):
        self.game = game
        self.a, self.b = Agent(game, True), Agent(game, False)
        self.optimizers = [torch.optim.Adam(m.parameters(), lr=game.rate) for m in (self.a, self.b)]
        self.schedulers = [torch.optim.lr_scheduler.ExponentialLR(o, game.rate_decay) for o in self.optimizers]
        self.messages = deque(maxlen=game.kept)
        self.log = []
        self.rounds = 0

    def load(self, values):
        """Takes exported parameters; Parley's weights are [inputs, outputs]."""
        with torch.no_grad():
            for name, agent in (("a", self.a), ("b", self.b)):
                agent.labels.weight.copy_(values[f"{name}.labels"])
                agent.symbols.weight.copy_(values[f"{name}.symbols"])
                nets = {"policy": agent.policy, "opponent": agent.opponent, "intent": agent.intent}
                for net, module in nets.items():
                    self._fill(module, values, f"{name}.{net}")
            self._fill(self.a.critic, values, "critic")

    @staticmethod
    def _fill(module, values, name):
        for layer, linear in ((1, module.fc1), (2, module.fc2)):
            linear.weight.copy_(values[f"{name}.w{layer}"].t())
            linear.bias.copy_(values[f"{name}.b{layer}"].view(-1))

    def round(self, samples=None, forced=(None, None)):
        game = self.game
        samples = game.draw() if samples is None else samples
        image = torch.stack([game.latents[s] for s in samples])
        label = torch.tensor([game.label_list[s] for s in samples])

        seen = torch.cat([image, self.a.labels(label)], 1)
        said_a, logs_a, entropy_a = self.a.speak(seen, forced[0])
        seen_b = torch.cat([self.b.read(said_a), image, self.b.labels(label)], 1)
        said_b, logs_b, entropy_b = self.b.speak(seen_b, forced[1])

        actions, rewards = [[], []], [[], []]
        for e in range(game.batch):
            act_a = 0 if said_a[e, 0].item() < game.codes // 2 else 1
            act_b = 0 if said_b[e, 0].item() < game.codes // 2 else 1
            reward_a, reward_b = game.payoffs[label[e].item() % 2][act_a][act_b]
            actions[0].append(act_a)
            actions[1].append(act_b)
            rewards[0].append(reward_a)
            rewards[1].append(reward_b)
        joint = torch.tensor([ra + rb for ra, rb in zip(*rewards)], dtype=torch.float32)
        acted = torch.tensor(actions[0])

        value = self.a.critic(torch.cat([seen, self.a.read(said_b)], 1)).squeeze(1)
        advantage = (joint - value).detach()
        heads_a = torch.cat([self.a.read(said_a), self.a.labels(label)], 1)
        policy_a, policy_b = -(logs_a * advantage).mean(), -(logs_b * advantage).mean()
        opponent_a = F.cross_entropy(self.a.opponent(heads_a).view(-1, game.codes), said_b.view(-1))
        opponent_b = F.cross_entropy(self.b.opponent(seen_b).view(-1, game.codes), said_a.view(-1))
        intent_a = F.cross_entropy(self.a.intent(heads_a), acted)
        intent_b = F.cross_entropy(self.b.intent(seen_b), acted)
        value_loss = F.mse_loss(value, joint)
        bonus = game.bonus * game.bonus_decay**self.rounds

        loss_a = policy_a + 0.5 * value_loss - bonus * entropy_a + game.opponent * opponent_a + game.intent * intent_a
        loss_b = policy_b - bonus * entropy_b + game.opponent * opponent_b + game.intent * intent_b
        # The gradients of all rounds add up: that is what is published.
        loss_a.backward()
        self.optimizers[0].step()
        loss_b.backward()
        self.optimizers[1].step()
        for scheduler in self.schedulers:
            scheduler.step()

        row = {
            "reward_a": sum(rewards[0]) / game.batch,
            "reward_b": sum(rewards[1]) / game.batch,
            "cooperation_a": 1 - sum(actions[0]) / game.batch,
            "cooperation_b": 1 - sum(actions[1]) / game.batch,
            "entropy_a": entropy_a.item() / math.log(2),
            "entropy_b": entropy_b.item() / math.log(2),
            "codes_a": len(set(said_a.view(-1).tolist())),
            "codes_b": len(set(said_b.view(-1).tolist())),
            "policy_loss_a": policy_a.item(),
            "opponent_loss_a": opponent_a.item(),
            "intent_loss_a": intent_a.item(),
            "policy_loss_b": policy_b.item(),
            "opponent_loss_b": opponent_b.item(),
            "intent_loss_b": intent_b.item(),
            "value_loss": value_loss.item(),
        }
        row["joint_reward"] = row["reward_a"] + row["reward_b"]
        self.log.append(row)
        for e in range(game.batch):
            self.messages.append((label[e].item(), said_a[e].tolist(), said_b[e].tolist()))
        self.rounds += 1
        return row


class Lean:
    """As few calls as the same sums allow: no modules, layers that read the same input joined into
    one product, both places of a message in one draw, one fused Adam, one transfer for the log."""

    NAMES = (
        "policy_loss_a entropy_a opponent_loss_a intent_loss_a policy_loss_b entropy_b opponent_loss_b"
        " intent_loss_b value_loss"
    ).split()

    def __init__(self, game):
        self.game = game
        self.payoffs = torch.tensor(game.payoffs, dtype=torch.float32)
        self.messages = deque(maxlen=game.kept)
        self.log = []
        self.rounds = 0

    def load(self, values):
        def layer(*names):
            weights = torch.cat([values[n.replace("#", "w")].t() for n in names])
            bias = torch.cat([values[n.replace("#", "b")].view(-1) for n in names])
            return [nn.Parameter(weights.contiguous()), nn.Parameter(bias)]

        self.labels = [nn.Parameter(values[f"{n}.labels"]) for n in "ab"]
        self.symbols = [nn.Parameter(values[f"{n}.symbols"]) for n in "ab"]
        self.hear_a = layer("a.policy.#1")
        self.hear_b = layer("b.policy.#1", "b.opponent.#1", "b.intent.#1")
        self.heads_a = layer("a.opponent.#1", "a.intent.#1")
        self.speech = [layer(f"{n}.policy.#2") for n in "ab"]
        self.opponents = [layer(f"{n}.opponent.#2") for n in "ab"]
        self.intents = [layer(f"{n}.intent.#2") for n in "ab"]
        self.critic = layer("critic.#1") + layer("critic.#2")
        layers = [self.hear_a, self.hear_b, self.heads_a, *self.speech, *self.opponents, *self.intents, self.critic]
        everything = self.labels + self.symbols + [p for l in layers for p in l]
        self.adam = torch.optim.Adam(everything, lr=self.game.rate, fused=True)

    def round(self, samples=None, forced=(None, None)):
        game = self.game
        batch, places, half = game.batch, game.batch * game.length, game.hidden // 2
        index = torch.tensor(game.draw() if samples is None else samples)
        image, label = game.latents[index], game.labels[index]
        label_a = F.embedding(label, self.labels[0])
        seen = torch.cat([image, label_a], 1)
        logs_a = F.log_softmax(F.linear(F.linear(seen, *self.hear_a).relu(), *self.speech[0]).view(places, -1), 1)
        exp_a = logs_a.exp()
        said_a = torch.multinomial(exp_a.detach(), 1) if forced[0] is None else forced[0].view(places, 1)
        heard = F.embedding(said_a.view(-1), self.symbols[1]).view(batch, -1)
        seen_b = torch.cat([heard, image, F.embedding(label, self.labels[1])], 1)
        hidden_b = F.linear(seen_b, *self.hear_b).relu()
        logs_b = F.log_softmax(F.linear(hidden_b[:, : game.hidden], *self.speech[1]).view(places, -1), 1)
        exp_b = logs_b.exp()
        said_b = torch.multinomial(exp_b.detach(), 1) if forced[1] is None else forced[1].view(places, 1)

        acted = torch.stack([said_a.view(batch, -1)[:, 0], said_b.view(batch, -1)[:, 0]]) >= game.codes // 2
        acted = acted.long()
        rewards = self.payoffs[label % 2, acted[0], acted[1]]
        joint = rewards.sum(1, keepdim=True)
        read = F.embedding(torch.cat([said_a, said_b]).view(-1), self.symbols[0]).view(2, batch, -1)
        value = F.linear(
            F.linear(torch.cat([seen, read[1]], 1), *self.critic[:2]).relu(), *self.critic[2:]
        )
        advantage = (joint - value.detach()).repeat_interleave(game.length, 0)
        hidden_a = F.linear(torch.cat([read[0], label_a], 1), *self.heads_a).relu()
        hidden_b = hidden_b[:, game.hidden :]
        scale = -1.0 / batch
        policy_a = (logs_a.gather(1, said_a) * advantage).sum() * scale
        policy_b = (logs_b.gather(1, said_b) * advantage).sum() * scale
        entropy_a = (exp_a * logs_a).sum() / -places
        entropy_b = (exp_b * logs_b).sum() / -places
        opponent_a = F.cross_entropy(
            F.linear(hidden_a[:, :half], *self.opponents[0]).view(places, -1), said_b.view(-1)
        )
        opponent_b = F.cross_entropy(
            F.linear(hidden_b[:, :half], *self.opponents[1]).view(places, -1), said_a.view(-1)
        )
        intent_a = F.cross_entropy(F.linear(hidden_a[:, half:], *self.intents[0]), acted[0])
        intent_b = F.cross_entropy(F.linear(hidden_b[:, half:], *self.intents[1]), acted[0])
        value_loss = F.mse_loss(value, joint)
        bonus = game.bonus * game.bonus_decay**self.rounds
        losses = torch.stack(
            [policy_a, entropy_a, opponent_a, intent_a, policy_b, entropy_b, opponent_b, intent_b, value_loss]
        )
        weights = torch.tensor([1, -bonus, game.opponent, game.intent] * 2 + [0.5])
        # The gradients of all rounds add up: that is what is published.
        torch.dot(losses, weights).backward()
        self.adam.param_groups[0]["lr"] = game.rate * game.rate_decay**self.rounds
        self.adam.step()
        return self._log(losses, rewards, acted, label, said_a, said_b)

    def _log(self, losses, rewards, acted, label, said_a, said_b):
        batch = self.game.batch
        row = dict(zip(self.NAMES, losses.tolist()))
        row["reward_a"], row["reward_b"] = rewards.mean(0).tolist()
        row["joint_reward"] = row["reward_a"] + row["reward_b"]
        first, second = acted.tolist()
        row["cooperation_a"], row["cooperation_b"] = 1 - sum(first) / batch, 1 - sum(second) / batch
        row["entropy_a"] /= math.log(2)
        row["entropy_b"] /= math.log(2)
        symbols_a, symbols_b = said_a.view(-1).tolist(), said_b.view(-1).tolist()
        row["codes_a"], row["codes_b"] = len(set(symbols_a)), len(set(symbols_b))
        self.log.append(row)
        length = self.game.length
        for e, shown in enumerate(label.tolist()):
            part = slice(e * length, (e + 1) * length)
            self.messages.append((shown, symbols_a[part], symbols_b[part]))
        self.rounds += 1
        return row


STYLES = {"reference": Reference, "lean": Lean}


def check(player, folder, style):
    """Plays what Parley has played, and compares everything that both log."""
    layout, comparison = folder.layout, common.Comparison()
    rounds, batch, length = layout["rounds"], layout["batch"], layout["seq_len"]
    samples = folder.wholes("samples.i32", rounds, batch).tolist()
    symbols = folder.wholes("symbols.i32", rounds, 2, batch, length)
    logged = folder.doubles("log.f64", rounds, len(layout["log"]))
    for r in range(rounds):
        row = player.round(samples[r], (symbols[r, 0], symbols[r, 1]))
        for name, theirs in zip(layout["log"], logged[r].tolist()):
            comparison.add(f"round {r + 1} {name}", theirs, row[name])
    comparison.end(peer="aim", style=style, batch=batch)


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--style", choices=STYLES, required=True)
    arguments.add_argument("--check", metavar="FOLDER")
    arguments.add_argument("--time", metavar="FOLDER")
    arguments.add_argument("--seconds", type=float, default=5)
    options = arguments.parse_args()
    folder = common.Folder(options.check or options.time)
    player = STYLES[options.style](Game.exported(folder))
    player.load(folder.parameters())
    if options.check:
        check(player, folder, options.style)
    common.best(player.round, 1, options.seconds)


if __name__ == "__main__":
    main()
