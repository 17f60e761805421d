/** What files hold, whatever their bytes: sketches by which copies and overlapping files are recognised. */
@NullMarked
package org.novum.runtime.content;

import org.jspecify.annotations.NullMarked;
