/** The particle worlds of MPE in which agents talk, number for number. */
@org.jspecify.annotations.NullMarked
package dev.parley.env.mpe;
