/** From columns of a dataset to decay candidates: layouts, units, charges, and what is refused. */
@NullMarked
package org.novum.particledecay.input;

import org.jspecify.annotations.NullMarked;
