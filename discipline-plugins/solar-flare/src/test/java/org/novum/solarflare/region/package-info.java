@NullMarked
package org.novum.solarflare.region;

import org.jspecify.annotations.NullMarked;
