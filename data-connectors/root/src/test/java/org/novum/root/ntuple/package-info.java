@NullMarked
package org.novum.root.ntuple;

import org.jspecify.annotations.NullMarked;
