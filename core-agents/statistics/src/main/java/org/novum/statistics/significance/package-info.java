/** Local, global and campaign significance of an excess. */
@NullMarked
package org.novum.statistics.significance;

import org.jspecify.annotations.NullMarked;
