/** The search for narrow states: what can be asked, how it is tested, what was found. */
@NullMarked
package org.novum.particledecay.search;

import org.jspecify.annotations.NullMarked;
