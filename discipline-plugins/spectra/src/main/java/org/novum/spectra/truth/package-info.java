/** What is known of objects, for training and scoring alone. */
@NullMarked
package org.novum.spectra.truth;

import org.jspecify.annotations.NullMarked;
