/** Attacks through data on models that obey every order they read. */
@NullMarked
package org.novum.runtime.model.attack;

import org.jspecify.annotations.NullMarked;
