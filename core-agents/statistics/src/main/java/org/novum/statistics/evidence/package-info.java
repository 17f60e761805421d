/** p-values and e-values, on the natural and the decimal logarithmic scale. */
@NullMarked
package org.novum.statistics.evidence;

import org.jspecify.annotations.NullMarked;
