/**
 * What a component needs to go on from where it is: named arrays that are saved and restored, and
 * the file that holds them, which numpy reads too.
 */
@NullMarked
package dev.parley.state;

import org.jspecify.annotations.NullMarked;
