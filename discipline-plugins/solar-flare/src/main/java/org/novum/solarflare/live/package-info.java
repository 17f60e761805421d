/** Forecasts and alerts as data arrive. */
@NullMarked
package org.novum.solarflare.live;

import org.jspecify.annotations.NullMarked;
