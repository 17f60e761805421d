/** Scores of forecasts with their bootstrap intervals. */
@NullMarked
package org.novum.solarflare.score;

import org.jspecify.annotations.NullMarked;
