/** Writes ROOT files for tests, after the documents of the format and by code that the reader does not share. */
@NullMarked
package org.novum.root.written;

import org.jspecify.annotations.NullMarked;
