/** Facts about a run as they happen. */
@NullMarked
package org.novum.api.event;

import org.jspecify.annotations.NullMarked;
