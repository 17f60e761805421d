package org.novum.fits.spectrum;

/** Told how far the opening of many files is. */
@FunctionalInterface
public interface ScanProgress {
    /** Tells nobody. */
    ScanProgress SILENT = (_, _) -> {};

    /**
     * Files have been opened.
     *
     * @param done of them
     * @param all there are
     */
    void opened(long done, long all);
}
