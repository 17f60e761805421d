@NullMarked
package org.novum.solarflare;

import org.jspecify.annotations.NullMarked;
