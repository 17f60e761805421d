/** The discipline of solar flares: calibrated forecasts of flares by active region and for the whole disk. */
@NullMarked
package org.novum.solarflare;

import org.jspecify.annotations.NullMarked;
