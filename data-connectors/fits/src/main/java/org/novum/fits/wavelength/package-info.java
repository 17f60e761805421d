/** Wavelengths: grids, air and vacuum, the observer's motion. */
@NullMarked
package org.novum.fits.wavelength;

import org.jspecify.annotations.NullMarked;
