/** Generated campaigns as datasets, with a truth that is revealed only after the verdicts. */
@NullMarked
package org.novum.particledecay.planted;

import org.jspecify.annotations.NullMarked;
