package dev.parley.env.mpe;

import dev.parley.random.RandomStream;

/**
 * The bodies of a batch of particle worlds: agents that may be pushed, and landmarks that rest.
 * Nothing collides. Arrays are [bodies][batch].
 */
final class Particles {

  private static final double DT = 0.1;
  private static final double KEPT = 1 - 0.25;

  final double[][] x;
  final double[][] y;
  final double[][] vx;
  final double[][] vy;
  final double[][] landmarkX;
  final double[][] landmarkY;
  private final Physics physics;

  Particles(int agents, int landmarks, int batch, Physics physics) {
    this.physics = physics;
    x = new double[agents][batch];
    y = new double[agents][batch];
    vx = new double[agents][batch];
    vy = new double[agents][batch];
    landmarkX = new double[landmarks][batch];
    landmarkY = new double[landmarks][batch];
  }

  /** Puts every body of one world somewhere in [-1, 1]², at rest. */
  void scatter(int world, RandomStream stream) {
    for (int agent = 0; agent < x.length; agent++) {
      x[agent][world] = 2 * stream.nextDouble() - 1;
      y[agent][world] = 2 * stream.nextDouble() - 1;
      vx[agent][world] = 0;
      vy[agent][world] = 0;
    }
    for (int landmark = 0; landmark < landmarkX.length; landmark++) {
      landmarkX[landmark][world] = 2 * stream.nextDouble() - 1;
      landmarkY[landmark][world] = 2 * stream.nextDouble() - 1;
    }
  }

  /** Moves an agent of one world on by a step; its mass is 1. */
  void push(int agent, int world, double forceX, double forceY) {
    x[agent][world] = move(x[agent][world], vx[agent][world], forceX, vx[agent], world);
    y[agent][world] = move(y[agent][world], vy[agent][world], forceY, vy[agent], world);
  }

  private double move(double position, double velocity, double force, double[] to, int world) {
    double next = velocity * KEPT + force * DT;
    to[world] = next;
    return position + (physics == Physics.CURRENT ? velocity : next) * DT;
  }

  /** The squared distance of an agent to a landmark. */
  double squaredDistance(int agent, int landmark, int world) {
    double dx = x[agent][world] - landmarkX[landmark][world];
    double dy = y[agent][world] - landmarkY[landmark][world];
    return dx * dx + dy * dy;
  }
}
