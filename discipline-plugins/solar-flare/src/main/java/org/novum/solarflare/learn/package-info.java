/** Models and calibrations: regularised logistic and Poisson regression, isotonic and Platt calibration. */
@NullMarked
package org.novum.solarflare.learn;

import org.jspecify.annotations.NullMarked;
