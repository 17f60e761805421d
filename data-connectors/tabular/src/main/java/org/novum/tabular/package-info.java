/** Tables of comma-separated values, plain or gzip-compressed, as Arrow columns. */
@NullMarked
package org.novum.tabular;

import org.jspecify.annotations.NullMarked;
