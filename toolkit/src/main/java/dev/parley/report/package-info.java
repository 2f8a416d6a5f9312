/** Columns in; tables, charts, cards out. */
@NullMarked
package dev.parley.report;

import org.jspecify.annotations.NullMarked;
