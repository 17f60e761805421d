/** The dataset catalogue, and the way from a dataset's name or digest to its verified bytes. */
@NullMarked
package org.novum.archives;

import org.jspecify.annotations.NullMarked;
