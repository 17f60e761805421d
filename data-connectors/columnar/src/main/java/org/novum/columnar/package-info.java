/** Tables stored by column, and JSON lines: read through DuckDB as Arrow batches. */
@NullMarked
package org.novum.columnar;

import org.jspecify.annotations.NullMarked;
