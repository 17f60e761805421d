/** Live feeds of space weather: SWPC, JSOC, HEK and DONKI, with everything odd in them named and counted. */
@NullMarked
package org.novum.spaceweather;

import org.jspecify.annotations.NullMarked;
