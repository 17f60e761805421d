package org.novum.fits.spectrum;

import java.nio.file.Path;

/**
 * One file among those that a dataset reads.
 *
 * @param path where it is
 * @param label what rows and messages call it
 * @param asked which of its spectra are meant
 */
public record FileSource(Path path, String label, Asked asked) {
    /** Spectra of a file. */
    public enum Asked {
        /** What all exposures gave together. */
        COMBINED,
        /** Each exposure by itself, where the file has them; otherwise what they gave together. */
        EXPOSURES,
        /** What all exposures gave together, with the survey's best model where the file has it. */
        MODELS
    }

    /** A file of which the combined spectra are meant. */
    public FileSource(Path path, String label) {
        this(path, label, Asked.COMBINED);
    }

    /** The same file under another name. */
    public FileSource labelled(String name) {
        return new FileSource(path, name, asked);
    }

    /** The same file with what is asked of it. */
    public FileSource asking(Asked what) {
        return new FileSource(path, label, what);
    }

    /** The same file, of which each exposure is meant. */
    public FileSource withExposures() {
        return new FileSource(path, label, Asked.EXPOSURES);
    }
}
