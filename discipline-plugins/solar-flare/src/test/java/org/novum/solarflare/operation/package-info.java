@NullMarked
package org.novum.solarflare.operation;

import org.jspecify.annotations.NullMarked;
