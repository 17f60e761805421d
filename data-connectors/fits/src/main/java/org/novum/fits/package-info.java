/** Spectra from FITS files of the large surveys, as rows of one shape. */
@NullMarked
package org.novum.fits;

import org.jspecify.annotations.NullMarked;
