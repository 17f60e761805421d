/** The discipline of particle decays: narrow states in invariant-mass spectra. */
@NullMarked
package org.novum.particledecay;

import org.jspecify.annotations.NullMarked;
