@NullMarked
package org.novum.archives;

import org.jspecify.annotations.NullMarked;
