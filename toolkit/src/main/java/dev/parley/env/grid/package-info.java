/** Grid worlds in which agents see little of each other, and nothing in the game lets them talk. */
@org.jspecify.annotations.NullMarked
package dev.parley.env.grid;
