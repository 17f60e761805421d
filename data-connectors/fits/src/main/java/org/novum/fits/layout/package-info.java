/** How each survey lays out its spectra in FITS. */
@NullMarked
package org.novum.fits.layout;

import org.jspecify.annotations.NullMarked;
