/** Tables of active regions, sunspot groups and flares, checked row by row. */
@NullMarked
package org.novum.solarflare.input;

import org.jspecify.annotations.NullMarked;
