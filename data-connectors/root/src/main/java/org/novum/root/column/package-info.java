/** What tree and ntuple have in common: columns, and the stretches of rows in which they are stored. */
@NullMarked
package org.novum.root.column;

import org.jspecify.annotations.NullMarked;
