/** The research loop: agents on Vert.x, the error ledger, partitions, resume and replay. */
@NullMarked
package org.novum.runtime;

import org.jspecify.annotations.NullMarked;
