/** Fits of lines that surveys publish with their spectra. */
@NullMarked
package org.novum.fits.line;

import org.jspecify.annotations.NullMarked;
