/** Emission lines: where they lie at rest, and how they are measured. */
@NullMarked
package org.novum.spectra.line;

import org.jspecify.annotations.NullMarked;
