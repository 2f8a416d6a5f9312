"""Golden traces of the package mpe2, for MpeParityTest.

    python3 -m venv venv && venv/bin/pip install mpe2==1.1.1 && venv/bin/python make_traces.py

Writes NAME.bin.gz: big-endian doubles, episode after episode.
  per episode: the goals, then x and y of both agents and of the three landmarks, at the beginning;
  per step: both rewards; after the last step, and in the first SEEN episodes after every step, what both agents see.
Actions are not in the file: both sides draw them from the generator below.
"""
import gzip
import struct
import types

import numpy as np
from mpe2 import simple_reference_v3, simple_speaker_listener_v4

EPISODES = 500
OLD_EPISODES = 100
SEEN = 10
STEPS = 25


class Draws:
    """A linear congruential generator (the constants of ANSI C's example)."""

    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 1103515245 + 12345) % 2**31
        return (self.state >> 16) % n


def action(space, draws):
    if hasattr(space, "n"):
        return draws.below(space.n)
    return np.array([draws.below(1025) / 1024 for _ in range(space.shape[0])], dtype=np.float32)


def old_order(world):
    """The integration of MPE before the versions v4 and v3."""

    def integrate(self, forces):
        for entity, force in zip(self.entities, forces):
            if entity.movable:
                entity.state.p_vel = entity.state.p_vel * (1 - self.damping)
                if force is not None:
                    entity.state.p_vel += (force / entity.mass) * self.dt
                entity.state.p_pos += entity.state.p_vel * self.dt

    world.integrate_state = types.MethodType(integrate, world)


def trace(module, continuous, old):
    env = module.parallel_env(max_cycles=STEPS, continuous_actions=continuous)
    inner = env.aec_env.unwrapped
    world = inner.world
    if old:
        old_order(world)
    numbers = []
    for episode in range(OLD_EPISODES if old else EPISODES):
        env.reset(seed=episode)
        numbers += [float(world.landmarks.index(a._goal_b)) for a in world.agents if a._goal_b is not None]
        for entity in world.agents + world.landmarks:
            numbers += list(entity.state.p_pos)
        draws = Draws(episode)
        for step in range(STEPS):
            actions = {a: action(env.action_space(a), draws) for a in env.possible_agents}
            _, rewards, _, _, _ = env.step(actions)
            numbers += [rewards[a] for a in inner.possible_agents]
            if episode < SEEN or step == STEPS - 1:
                for agent in world.agents:
                    numbers += list(inner.scenario.observation(agent, world))
    return numbers


for name, module in [("speaker_listener", simple_speaker_listener_v4), ("reference", simple_reference_v3)]:
    for suffix, continuous, old in [("", False, False), ("_continuous", True, False), ("_old", False, True)]:
        numbers = trace(module, continuous, old)
        with gzip.GzipFile(name + suffix + ".bin.gz", "wb", mtime=0) as out:
            out.write(struct.pack(">%dd" % len(numbers), *numbers))
        print(name + suffix, len(numbers))
