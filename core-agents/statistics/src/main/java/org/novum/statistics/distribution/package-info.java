/** Tails and quantiles of distributions, accurate where probabilities underflow. */
@NullMarked
package org.novum.statistics.distribution;

import org.jspecify.annotations.NullMarked;
