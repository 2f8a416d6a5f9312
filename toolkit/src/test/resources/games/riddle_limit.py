"""The most that prisoners of the switch riddle can earn if each knows its own visits alone, as a
mixed-integer programme: one binary for each history (agent, days on which it was in the room), one
flow for each order of visitors. Made the numbers in SwitchRiddleTest with scipy 1.17.1 (HiGHS).

  python riddle_limit.py 3 6     prints the value times 3^6
"""
import itertools
import sys

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import lil_matrix

n, days = int(sys.argv[1]), int(sys.argv[2])
gain, whole, rows = [], [], []  # maximise gain.x; rows: (variables, factors, low, high)


def variable(worth, integer):
    gain.append(worth)
    whole.append(integer)
    return len(gain) - 1


tells, going = {}, {(): None}
for day in range(1, days + 1):
    for order in itertools.product(range(n), repeat=day):
        agent = order[-1]
        history = agent, tuple(d for d, who in enumerate(order) if who == agent)
        if history not in tells:
            tells[history] = variable(0, 1)
        right = 1 if len(set(order)) == n else -1
        told = variable(right * n ** (days - day), 0)
        going[order] = variable(0, 0)
        before = going[order[:-1]]
        if before is None:
            rows.append(([told, going[order]], [1, 1], 1, 1))
        else:
            rows.append(([told, going[order], before], [1, 1, -1], 0, 0))
        rows.append(([told, tells[history]], [1, -1], -1, 0))
        rows.append(([going[order], tells[history]], [1, 1], 0, 1))

matrix = lil_matrix((len(rows), len(gain)))
for i, (variables, factors, _, _) in enumerate(rows):
    for v, f in zip(variables, factors):
        matrix[i, v] = f
limits = LinearConstraint(matrix.tocsr(), [r[2] for r in rows], [r[3] for r in rows])
best = milp(-np.array(gain), constraints=limits, integrality=whole, bounds=Bounds(0, 1))
print(best.message, -best.fun)
