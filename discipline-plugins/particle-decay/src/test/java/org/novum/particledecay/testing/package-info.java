/** Generated data for the tests of this discipline. */
@NullMarked
package org.novum.particledecay.testing;

import org.jspecify.annotations.NullMarked;
