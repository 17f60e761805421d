package org.novum.archives.address;

import java.net.URI;

/**
 * A file of an archive.
 *
 * @param address by which it was asked for
 * @param url where the archive has it
 * @param path below a folder of archives, the same for every address of this file
 * @param advice what to check if the archive does not have it
 */
public record ArchiveFile(String address, URI url, String path, String advice) {}
