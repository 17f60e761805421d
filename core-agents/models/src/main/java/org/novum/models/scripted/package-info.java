/** A model whose replies a test writes. */
@NullMarked
package org.novum.models.scripted;

import org.jspecify.annotations.NullMarked;
