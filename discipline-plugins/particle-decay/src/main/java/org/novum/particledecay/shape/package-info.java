/** Mass spectra as normalised densities on a finite window, with analytic derivatives. */
@NullMarked
package org.novum.particledecay.shape;

import org.jspecify.annotations.NullMarked;
