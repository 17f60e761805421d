/** The smallest honest discipline, to copy: does the mean of a quantity differ between two groups? */
@NullMarked
package org.novum.disciplinetemplate;

import org.jspecify.annotations.NullMarked;
