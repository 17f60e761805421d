/** Unbinned extended maximum likelihood fits of peaks on backgrounds, and what is concluded from them. */
@NullMarked
package org.novum.particledecay.fit;

import org.jspecify.annotations.NullMarked;
