/** Registered claims about forecasts: what can be asked, how a model is trained for it, how it is tested. */
@NullMarked
package org.novum.solarflare.study;

import org.jspecify.annotations.NullMarked;
