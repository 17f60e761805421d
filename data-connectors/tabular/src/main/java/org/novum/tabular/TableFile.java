package org.novum.tabular;

import java.nio.file.Path;

/**
 * One file to read as a part of a dataset.
 *
 * @param name of the part
 * @param uri that the part's card states as its origin
 * @param label what messages call the file
 * @param path where its bytes are, plain or gzip-compressed
 */
public record TableFile(String name, String uri, String label, Path path) {}
