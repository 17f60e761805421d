/** Bootstrap intervals for any statistic of independent, serially correlated or grouped rows. */
@NullMarked
package org.novum.statistics.bootstrap;

import org.jspecify.annotations.NullMarked;
