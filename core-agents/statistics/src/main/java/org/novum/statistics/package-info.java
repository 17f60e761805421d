/** Pure statistical functions that judge what agents propose; no state, no clock, no global randomness. */
@NullMarked
package org.novum.statistics;

import org.jspecify.annotations.NullMarked;
