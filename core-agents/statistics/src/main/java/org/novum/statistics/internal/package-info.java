/** Argument checks shared by the statistics packages; not for callers outside the module. */
@NullMarked
package org.novum.statistics.internal;

import org.jspecify.annotations.NullMarked;
