/** Forecasts for single active regions from their magnetic field. */
@NullMarked
package org.novum.solarflare.region;

import org.jspecify.annotations.NullMarked;
