/** The agents of the loop as Vert.x verticles, and the typed bus between them. */
@NullMarked
package org.novum.runtime.agent;

import org.jspecify.annotations.NullMarked;
