/**
 * The engine: a computation is recorded once on a {@link dev.parley.tensor.Graph} and replayed many
 * times. The only package that touches ND4J.
 *
 * <p>Every tensor is a matrix {@code [rows, columns]} of 32-bit floats in row-major order; a vector
 * is one row or one column, a scalar is {@code [1, 1]}. Shapes are checked while recording; no
 * tensor is allocated while replaying.
 */
@NullMarked
package dev.parley.tensor;

import org.jspecify.annotations.NullMarked;
