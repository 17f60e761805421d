/** Registered scans of all masses of one spectrum with their global significance. */
@NullMarked
package org.novum.particledecay.scan;

import org.jspecify.annotations.NullMarked;
