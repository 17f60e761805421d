/** Answers that must have a form. */
@NullMarked
package org.novum.models.form;

import org.jspecify.annotations.NullMarked;
