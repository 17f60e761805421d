/** Class and redshift of a spectrum from its templates. */
@NullMarked
package org.novum.spectra.redshift;

import org.jspecify.annotations.NullMarked;
