/** Elementary functions and sums whose bits are the same on every machine, in scalar and in vector form. */
@NullMarked
package org.novum.statistics.math;

import org.jspecify.annotations.NullMarked;
