package org.novum.fits.spectrum;

import java.util.Set;

/** A file format that spectra come in; found through {@code ServiceLoader}. */
public interface SpectrumFormat {
    /** Name for messages. */
    String name();

    /** What its files' names end with, lower case, without an ending of compression. */
    Set<String> endings();

    /**
     * Whether the bytes look like this format.
     *
     * @param content of a whole file, decompressed
     */
    boolean recognises(byte[] content);

    /**
     * Opens a file.
     *
     * @param content of the whole file, decompressed
     * @throws SpectrumException if it holds no spectra that can be read
     */
    SpectrumFile open(byte[] content);
}
