/** Damaged files for parsers: mutations of valid ones, and the rule for what may become of them. */
@NullMarked
package org.novum.pluginsdk.fuzz;

import org.jspecify.annotations.NullMarked;
