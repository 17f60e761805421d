/** RNTuple, as its binary format 1.0 describes it: envelopes, fields, clusters and pages as columns. */
@NullMarked
package org.novum.root.ntuple;

import org.jspecify.annotations.NullMarked;
