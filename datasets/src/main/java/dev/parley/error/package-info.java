/**
 * The one exception family of Parley: every error is built from named facts, so that a test checks
 * facts and not prose.
 *
 * <p>It lives in the lowest module, so that the loaders throw it too.
 */
@NullMarked
package dev.parley.error;

import org.jspecify.annotations.NullMarked;
