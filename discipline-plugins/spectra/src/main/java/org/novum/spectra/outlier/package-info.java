/** What is odd about a spectrum, measured against its best explanation and against other spectra. */
@NullMarked
package org.novum.spectra.outlier;

import org.jspecify.annotations.NullMarked;
