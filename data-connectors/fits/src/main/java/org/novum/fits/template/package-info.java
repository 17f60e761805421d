/** Templates that surveys publish: eigenspectra, and spectra of single objects at rest. */
@NullMarked
package org.novum.fits.template;

import org.jspecify.annotations.NullMarked;
