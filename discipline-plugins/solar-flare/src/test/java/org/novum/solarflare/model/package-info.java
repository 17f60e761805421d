@NullMarked
package org.novum.solarflare.model;

import org.jspecify.annotations.NullMarked;
