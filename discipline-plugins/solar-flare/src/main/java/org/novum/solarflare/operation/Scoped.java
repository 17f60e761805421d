package org.novum.solarflare.operation;

import java.util.Optional;

/** Parameters of operations that serve regions and the whole disk. */
interface Scoped {
    /** What is forecast, trained or scored. */
    Optional<String> scope();

    /** Table of sunspot groups, where it is not among the data. */
    Optional<String> srs();

    /** Flare list, where it is not among the data. */
    Optional<String> flares();
}
