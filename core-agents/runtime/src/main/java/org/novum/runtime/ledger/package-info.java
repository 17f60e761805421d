/** The error ledger of an experiment: registration, spending, decision. */
@NullMarked
package org.novum.runtime.ledger;

import org.jspecify.annotations.NullMarked;
