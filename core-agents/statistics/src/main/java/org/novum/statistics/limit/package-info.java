/** Upper limits on a signal by the CLs method. */
@NullMarked
package org.novum.statistics.limit;

import org.jspecify.annotations.NullMarked;
