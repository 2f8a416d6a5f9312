/** Vector quantisation: codebooks that learn, and the VQ-VAE. */
@NullMarked
package dev.parley.vq;

import org.jspecify.annotations.NullMarked;
