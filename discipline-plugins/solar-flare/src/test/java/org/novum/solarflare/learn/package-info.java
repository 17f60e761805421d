@NullMarked
package org.novum.solarflare.learn;

import org.jspecify.annotations.NullMarked;
