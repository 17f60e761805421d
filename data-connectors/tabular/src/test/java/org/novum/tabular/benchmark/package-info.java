/** Speed and memory of the path from text to numbers, beside its peers. */
@NullMarked
package org.novum.tabular.benchmark;

import org.jspecify.annotations.NullMarked;
