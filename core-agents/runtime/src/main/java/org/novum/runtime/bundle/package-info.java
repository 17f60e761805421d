/** The evidence bundle of a run: its files, the findings and the report made from its state. */
@NullMarked
package org.novum.runtime.bundle;

import org.jspecify.annotations.NullMarked;
