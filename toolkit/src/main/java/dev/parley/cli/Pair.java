package dev.parley.cli;

/** Two numbers that are given as one value: {@code 0.1,0.1}. */
record Pair(double first, double second) {}
