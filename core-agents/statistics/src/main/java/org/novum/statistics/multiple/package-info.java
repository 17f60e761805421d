/** Multiple testing of a batch of hypotheses that is known in advance. */
@NullMarked
package org.novum.statistics.multiple;

import org.jspecify.annotations.NullMarked;
