/** People who approve plans before they are registered. */
@NullMarked
package org.novum.runtime.approval;

import org.jspecify.annotations.NullMarked;
