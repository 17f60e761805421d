package org.novum.runtime.content;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Sketches of files.
 *
 * @param sketches by the SHA-256 of the files' decompressed bytes
 */
public record Contents(SortedMap<String, ContentSketch> sketches) {
    /** Of no file: then files are recognised by their digest alone. */
    public static final Contents UNKNOWN = new Contents(new TreeMap<>());

    /** Copies the map. */
    public Contents {
        sketches = Collections.unmodifiableSortedMap(new TreeMap<>(sketches));
    }
}
