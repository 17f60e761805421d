@NullMarked
package org.novum.root;

import org.jspecify.annotations.NullMarked;
