/** Games in which agents must tell each other something: riddles, references, digits. */
@org.jspecify.annotations.NullMarked
package dev.parley.env.games;
