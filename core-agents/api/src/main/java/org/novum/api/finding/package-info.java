/** Verdicts, findings and figures: what a run hands to its reader. */
@NullMarked
package org.novum.api.finding;

import org.jspecify.annotations.NullMarked;
