/** Keeps the columns of opened sources as Arrow files that are mapped into memory when they are opened again. */
@NullMarked
package org.novum.store;

import org.jspecify.annotations.NullMarked;
