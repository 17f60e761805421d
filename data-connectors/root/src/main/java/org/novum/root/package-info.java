/** ROOT files as datasets: TTree and RNTuple, read by code of our own. */
@NullMarked
package org.novum.root;

import org.jspecify.annotations.NullMarked;
