@NullMarked
package org.novum.solarflare.score;

import org.jspecify.annotations.NullMarked;
