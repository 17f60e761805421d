/** Language models in a run: journalled, budgeted calls, and what models propose. */
@NullMarked
package org.novum.runtime.model;

import org.jspecify.annotations.NullMarked;
