/** False-discovery-rate control over a stream of hypotheses or families. */
@NullMarked
package org.novum.statistics.online;

import org.jspecify.annotations.NullMarked;
