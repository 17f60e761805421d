/** The study a scientist writes. */
@NullMarked
package org.novum.api.study;

import org.jspecify.annotations.NullMarked;
