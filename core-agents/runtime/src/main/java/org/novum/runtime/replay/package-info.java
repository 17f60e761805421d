/** Re-deriving a run from its bundle. */
@NullMarked
package org.novum.runtime.replay;

import org.jspecify.annotations.NullMarked;
