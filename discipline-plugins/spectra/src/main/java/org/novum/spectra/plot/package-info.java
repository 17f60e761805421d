/** Figures of spectra: what was observed, what explains it and what else might. */
@NullMarked
package org.novum.spectra.plot;

import org.jspecify.annotations.NullMarked;
