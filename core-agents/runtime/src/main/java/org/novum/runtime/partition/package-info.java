/** Splitting datasets into exploration and confirmation rows, and the handles through which steps see them. */
@NullMarked
package org.novum.runtime.partition;

import org.jspecify.annotations.NullMarked;
