"""MPE's games for peers: batches of worlds of the package mpe2, and a speaker-listener in numpy arrays.

Both kinds have reset(), look() -> what each agent sees, [batch, numbers] each, and step(choices) -> rewards,
[agents, batch]; choices are [agents][parts][batch]. Both can be put where another program's worlds were.
"""

import importlib

import numpy as np

MODULES = {"speaker-listener": "simple_speaker_listener_v4", "reference": "simple_reference_v3"}
STEPS = 25
LANDMARKS = 3
MOVES = np.array([[0, 0], [-5, 0], [5, 0], [0, -5], [0, 5]], dtype=np.float64)


class Mpe2:
    """Worlds of mpe2, one after the other: the package has no form of its own for many."""

    def __init__(self, game, batch, seed=0):
        module = importlib.import_module("mpe2." + MODULES[game])
        self.worlds = [module.parallel_env(max_cycles=STEPS) for _ in range(batch)]
        self.names = self.worlds[0].possible_agents
        self.options = [int(self.worlds[0].action_space(name).n) for name in self.names]
        for i, world in enumerate(self.worlds):
            world.reset(seed=seed * len(self.worlds) + i)
        self.seen = [None] * batch

    def reset(self):
        self.seen = [world.reset()[0] for world in self.worlds]

    def look(self):
        return [np.stack([seen[name] for seen in self.seen]) for name in self.names]

    def act(self, actions):
        """Takes whole actions, [batch][agents]; the rewards by name, one dictionary a world."""
        rewards = []
        for i, world in enumerate(self.worlds):
            self.seen[i], reward, _, _, _ = world.step(dict(zip(self.names, actions[i])))
            rewards.append(reward)
        return rewards

    def step(self, choices):
        """A move and a word are one number: move + 5 word."""
        whole = [sum(part * 5**k for k, part in enumerate(parts)) for parts in choices]
        rewards = self.act(np.stack(whole, 1).tolist())
        return np.array([[reward[name] for reward in rewards] for name in self.names])

    def put(self, seen):
        """Puts the worlds where agents see this: distances alone matter, so the first that moves is in the middle."""
        self.reset()
        for i, world in enumerate(self.worlds):
            inner = world.aec_env.unwrapped
            agents, landmarks = inner.world.agents, inner.world.landmarks
            movers = [k for k, agent in enumerate(agents) if agent.movable]
            views = [seen[k][i].astype(np.float64) for k in range(len(agents))]
            places = views[movers[0]][2 : 2 + 2 * LANDMARKS].reshape(LANDMARKS, 2)
            for landmark, place in zip(landmarks, places):
                landmark.state.p_pos = place.copy()
            for k in movers:
                agents[k].state.p_pos = places[0] - views[k][2:4]
            for k, agent in enumerate(agents):
                if agent._goal_b is not None:
                    start = 2 + 2 * LANDMARKS if agent.movable else 0
                    agent.goal_b = landmarks[int(views[k][start : start + LANDMARKS].argmax())]
            self.seen[i] = {name: inner.observe(name) for name in self.names}


class Arrays:
    """The speaker-listener as arrays over all worlds: what a step costs without mpe2's objects."""

    def __init__(self, game, batch, seed=0):
        if game != "speaker-listener":
            raise SystemExit(f"no arrays for {game}")
        self.batch, self.random = batch, np.random.default_rng(seed)
        self.goals = np.zeros(batch, dtype=np.int64)
        self.velocity, self.heard = np.zeros((batch, 2)), np.zeros((batch, 3))
        self.ways = np.zeros((batch, LANDMARKS, 2))

    def reset(self):
        places = self.random.uniform(-1, 1, (self.batch, 1 + LANDMARKS, 2))
        self._begin(self.random.integers(LANDMARKS, size=self.batch), places[:, 1:] - places[:, :1])

    def _begin(self, goals, ways):
        self.goals, self.ways = goals, ways
        self.velocity, self.heard = np.zeros((self.batch, 2)), np.zeros((self.batch, 3))
        self.spoken = (0.15 + 0.5 * np.eye(3, dtype=np.float32))[goals]

    def look(self):
        """Ways to the landmarks are all that is kept of places."""
        listener = np.concatenate([self.velocity, self.ways.reshape(self.batch, -1), self.heard], 1)
        return [self.spoken, listener.astype(np.float32)]

    def step(self, choices):
        (word,), (move,) = choices
        self.ways -= 0.1 * self.velocity[:, None]
        self.velocity = 0.75 * self.velocity + 0.1 * MOVES[move]
        self.heard = np.eye(3)[word]
        way = self.ways[np.arange(self.batch), self.goals]
        reward = -(way * way).sum(1)
        return np.stack([reward, reward])

    def put(self, seen):
        ways = seen[1][:, 2 : 2 + 2 * LANDMARKS].astype(np.float64).reshape(self.batch, LANDMARKS, 2)
        self._begin(seen[0].argmax(1), ways.copy())


KINDS = {"mpe2": Mpe2, "arrays": Arrays}


class Recorded:
    """Episodes that Parley has played and exported: what was seen, chosen and earned, round by round."""

    def __init__(self, folder):
        layout = folder.layout
        self.game, self.batch, self.rounds = layout["game"], layout["batch"], layout["rounds"]
        self.widths, self.parts = layout["widths"], layout["parts"]
        agents, steps = len(self.widths), STEPS
        seen = folder.floats("seen.f32", self.rounds, steps + 1, sum(self.widths) * self.batch).numpy()
        places = np.cumsum([0] + [width * self.batch for width in self.widths])
        self.seen = [
            seen[:, :, places[k] : places[k + 1]].reshape(self.rounds, steps + 1, self.batch, self.widths[k])
            for k in range(agents)
        ]
        chosen = folder.wholes("choices.i32", self.rounds, steps, sum(self.parts), self.batch).numpy()
        ends = np.cumsum([0] + self.parts)
        self.choices = [chosen[:, :, ends[k] : ends[k + 1]] for k in range(agents)]
        self.rewards = folder.doubles("rewards.f64", self.rounds, steps, agents, self.batch)

    def compare(self, kind, comparison):
        """Plays the episodes again in worlds of that kind."""
        worlds = KINDS[kind](self.game, self.batch)
        for r in range(self.rounds):
            worlds.put([seen[r, 0] for seen in self.seen])
            for t in range(STEPS):
                self._views(r, t, worlds.look(), comparison)
                rewards = worlds.step([choices[r, t] for choices in self.choices])
                self._same(f"round {r} step {t} rewards", self.rewards[r, t], rewards, comparison)
            self._views(r, STEPS, worlds.look(), comparison)

    def _views(self, r, t, views, comparison):
        for k, view in enumerate(views):
            self._same(f"round {r} step {t} agent {k}", self.seen[k][r, t], view, comparison)

    @staticmethod
    def _same(where, theirs, ours, comparison):
        if theirs.shape != ours.shape:
            raise SystemExit(f"{where}: {theirs.shape} and {ours.shape}")
        for i, (one, other) in enumerate(zip(theirs.ravel().tolist(), ours.ravel().tolist())):
            comparison.add(f"{where} at {i}", one, other)
