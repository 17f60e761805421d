/** Seeded phase-space generation of spectra and whole campaigns with hidden truth. */
@NullMarked
package org.novum.particledecay.generate;

import org.jspecify.annotations.NullMarked;
