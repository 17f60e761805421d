@NullMarked
package org.novum.root.file;

import org.jspecify.annotations.NullMarked;
