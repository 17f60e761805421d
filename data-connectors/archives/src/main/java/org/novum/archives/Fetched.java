package org.novum.archives;

import java.net.URI;
import java.nio.file.Path;

/**
 * A file of an archive that is on this machine.
 *
 * @param file where it is
 * @param sha256 of its decompressed bytes, recorded when they first arrived
 * @param url where the archive has it
 */
public record Fetched(Path file, String sha256, URI url) {}
