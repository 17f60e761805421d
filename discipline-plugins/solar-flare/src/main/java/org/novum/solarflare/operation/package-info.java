/** What the discipline offers to people and programs. */
@NullMarked
package org.novum.solarflare.operation;

import org.jspecify.annotations.NullMarked;
