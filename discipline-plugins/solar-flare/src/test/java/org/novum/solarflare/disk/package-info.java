@NullMarked
package org.novum.solarflare.disk;

import org.jspecify.annotations.NullMarked;
