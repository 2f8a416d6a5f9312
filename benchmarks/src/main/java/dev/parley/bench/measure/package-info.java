/** What is measured, each in a process of its own, and what is exported for the peers. */
@NullMarked
package dev.parley.bench.measure;

import org.jspecify.annotations.NullMarked;
