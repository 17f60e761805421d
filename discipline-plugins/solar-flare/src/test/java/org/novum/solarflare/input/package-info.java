@NullMarked
package org.novum.solarflare.input;

import org.jspecify.annotations.NullMarked;
