/** Files that are written whole or not at all. */
@NullMarked
package org.novum.runtime.files;

import org.jspecify.annotations.NullMarked;
