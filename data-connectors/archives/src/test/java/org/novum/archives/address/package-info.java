@NullMarked
package org.novum.archives.address;

import org.jspecify.annotations.NullMarked;
