@NullMarked
package org.novum.solarflare.study;

import org.jspecify.annotations.NullMarked;
