@NullMarked
package org.novum.solarflare.benchmark;

import org.jspecify.annotations.NullMarked;
