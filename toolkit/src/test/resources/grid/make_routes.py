"""Maps and routes of IC3Net's Traffic Junction, as ic3net_envs.traffic_helper has them. Made
routes.txt with the code of github.com/IC3Net/IC3Net (commit c8d5a7a) and numpy 2.4.6.

  PYTHONPATH=IC3Net/ic3net-envs python make_routes.py > routes.txt
"""
import numpy as np
from ic3net_envs.traffic_helper import get_road_blocks, get_routes

STEPS = {(-1, 0): "u", (0, 1): "r", (1, 0): "d", (0, -1): "l"}


def roads(level, size):
    cells = np.full((size, size), -1)
    number = 0
    for block in get_road_blocks(size, size, level):
        count = cells[block].size
        cells[block] = np.arange(number, number + count).reshape(cells[block].shape)
        number += count
    return cells


for level, size in (("easy", 7), ("medium", 14), ("hard", 18)):
    cells = roads(level, size)
    for row in cells:
        print(level, "cells", ",".join(str(cell) for cell in row))
    if level == "easy":
        continue
    arrivals = get_routes((size, size), (cells >= 0).astype(int), level)
    for arrival, routes in enumerate(arrivals):
        for route in routes:
            moves = "".join(
                STEPS[(b[0] - a[0], b[1] - a[1])] for a, b in zip(route, route[1:])
            )
            print(level, "route", arrival, f"{route[0][0]},{route[0][1]}", moves)
