/** Calls of foreign tools as recorded steps. */
@NullMarked
package org.novum.runtime.tool.call;

import org.jspecify.annotations.NullMarked;
