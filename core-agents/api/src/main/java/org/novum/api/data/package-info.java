/** Datasets, their parts, columns and units, and the connectors that open them. */
@NullMarked
package org.novum.api.data;

import org.jspecify.annotations.NullMarked;
