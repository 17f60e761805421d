/** Prose of language models around findings, in which every figure is rendered by the program. */
@NullMarked
package org.novum.report.prose;

import org.jspecify.annotations.NullMarked;
