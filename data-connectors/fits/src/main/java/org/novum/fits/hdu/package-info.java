/** FITS files in memory, unit by unit. */
@NullMarked
package org.novum.fits.hdu;

import org.jspecify.annotations.NullMarked;
