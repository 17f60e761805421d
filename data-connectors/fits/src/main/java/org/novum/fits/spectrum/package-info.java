/** Spectra as Novum knows them, and the dataset that reads them from files of any format. */
@NullMarked
package org.novum.fits.spectrum;

import org.jspecify.annotations.NullMarked;
