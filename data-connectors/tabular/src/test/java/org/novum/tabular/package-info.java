@NullMarked
package org.novum.tabular;

import org.jspecify.annotations.NullMarked;
