/** Operations and studies for callers outside the process. */
@NullMarked
package org.novum.server;

import org.jspecify.annotations.NullMarked;
