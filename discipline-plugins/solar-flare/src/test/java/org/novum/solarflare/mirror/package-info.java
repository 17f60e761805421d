@NullMarked
package org.novum.solarflare.mirror;

import org.jspecify.annotations.NullMarked;
