/** TTree: branches, leaves and baskets as columns. */
@NullMarked
package org.novum.root.tree;

import org.jspecify.annotations.NullMarked;
