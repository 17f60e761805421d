/** Forecasts for the whole disk from sunspot groups and the flare list. */
@NullMarked
package org.novum.solarflare.disk;

import org.jspecify.annotations.NullMarked;
