package org.novum.archives;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where datasets are kept and looked for on this machine.
 *
 * @param home the folder {@code NOVUM_HOME}; its {@code cache} holds verified files named by their digest
 * @param mirror the folder {@code NOVUM_MIRROR}, if there is one
 */
public record ArchivePlaces(Path home, Optional<Path> mirror) {
    /** The places named by {@code NOVUM_HOME} (otherwise {@code ~/.novum}) and {@code NOVUM_MIRROR}. */
    public static ArchivePlaces fromEnvironment() {
        throw new UnsupportedOperationException("being written");
    }
}
