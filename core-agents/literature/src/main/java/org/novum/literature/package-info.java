/** Papers and abstracts of a folder, and the passages of them that are nearest to a question. */
@NullMarked
package org.novum.literature;

import org.jspecify.annotations.NullMarked;
