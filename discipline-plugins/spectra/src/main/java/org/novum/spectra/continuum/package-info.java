/** The continuum of spectra, under and over their lines. */
@NullMarked
package org.novum.spectra.continuum;

import org.jspecify.annotations.NullMarked;
