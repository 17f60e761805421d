/** Passages of publications for the models of a study: found once, recorded, quoted. */
@NullMarked
package org.novum.runtime.literature;

import org.jspecify.annotations.NullMarked;
