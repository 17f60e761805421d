/** The discipline of astronomical spectra: class, redshift, lines and parameters, with a warning that can be believed. */
@NullMarked
package org.novum.spectra;

import org.jspecify.annotations.NullMarked;
