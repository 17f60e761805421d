/** Temperature, gravity and metallicity of stars. */
@NullMarked
package org.novum.spectra.parameter;

import org.jspecify.annotations.NullMarked;
