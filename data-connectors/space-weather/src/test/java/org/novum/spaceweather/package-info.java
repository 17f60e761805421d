@NullMarked
package org.novum.spaceweather;

import org.jspecify.annotations.NullMarked;
