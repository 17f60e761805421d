/** Measured coverage, binomial intervals and uniformity of p-values. */
@NullMarked
package org.novum.statistics.calibration;

import org.jspecify.annotations.NullMarked;
