/** Measurements beside other programs; run by hand, never as unit tests. */
@NullMarked
package org.novum.particledecay.benchmark;

import org.jspecify.annotations.NullMarked;
