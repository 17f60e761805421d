/** The shipped studies on real collisions. */
@NullMarked
package org.novum.particledecay.mirror;

import org.jspecify.annotations.NullMarked;
