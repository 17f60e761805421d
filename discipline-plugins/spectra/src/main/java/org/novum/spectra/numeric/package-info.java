/** Transforms, splines and small linear systems with one bit pattern on every machine. */
@NullMarked
package org.novum.spectra.numeric;

import org.jspecify.annotations.NullMarked;
