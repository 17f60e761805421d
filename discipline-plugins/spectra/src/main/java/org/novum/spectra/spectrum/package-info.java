/** Spectra as they come from a dataset, and on the common logarithmic grid of wavelengths. */
@NullMarked
package org.novum.spectra.spectrum;

import org.jspecify.annotations.NullMarked;
