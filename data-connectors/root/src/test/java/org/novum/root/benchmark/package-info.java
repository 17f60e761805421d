@NullMarked
package org.novum.root.benchmark;

import org.jspecify.annotations.NullMarked;
