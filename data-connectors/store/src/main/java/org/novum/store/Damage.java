package org.novum.store;

import java.io.IOException;
import java.nio.file.Path;

/** A file of the store that is not as it was stored. */
final class Damage extends IOException {
    private static final long serialVersionUID = 1L;

    Damage(Path file) {
        super(String.valueOf(file));
    }
}
