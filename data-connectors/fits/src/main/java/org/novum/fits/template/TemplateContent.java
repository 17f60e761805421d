package org.novum.fits.template;

import java.util.List;
import java.util.Optional;

/**
 * The templates of one file.
 *
 * @param vectors in the order of the file
 * @param redshifts that they are for, if the file says so
 */
record TemplateContent(List<TemplateVector> vectors, Optional<Redshifts> redshifts) {
    /** Copies the list. */
    TemplateContent {
        vectors = List.copyOf(vectors);
    }

    /**
     * A range of redshifts.
     *
     * @param lowest of them
     * @param highest of them
     */
    record Redshifts(double lowest, double highest) {}
}
