/** Sentences as vectors. */
@NullMarked
package org.novum.literature.embedding;

import org.jspecify.annotations.NullMarked;
