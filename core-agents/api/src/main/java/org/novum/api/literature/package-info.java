/** Papers and abstracts that a study may draw on. */
@NullMarked
package org.novum.api.literature;

import org.jspecify.annotations.NullMarked;
