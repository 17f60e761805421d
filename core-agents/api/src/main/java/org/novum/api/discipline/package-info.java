/** The service interface of a scientific discipline: hypotheses, analyses, plans, tests and operations. */
@NullMarked
package org.novum.api.discipline;

import org.jspecify.annotations.NullMarked;
