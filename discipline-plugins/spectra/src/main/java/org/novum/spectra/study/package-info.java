/** Claims of class and redshift, and their registered test. */
@NullMarked
package org.novum.spectra.study;

import org.jspecify.annotations.NullMarked;
