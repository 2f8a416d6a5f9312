/**
 * The command line: {@code parley run}, {@code parley replay}, {@code parley jshell}. The only
 * package that prints.
 */
@NullMarked
package dev.parley.cli;

import org.jspecify.annotations.NullMarked;
