package org.novum.spectra.spectrum;

import java.util.List;
import org.novum.api.data.DataPart;

/** What the rows of a part are, told by its columns. */
public enum PartKind {
    /** Spectra of objects. */
    SPECTRA,
    /** Templates of a survey, a row per vector. */
    TEMPLATES,
    /** Something else, such as a table of redshifts. */
    OTHER;

    /** Columns that only templates have all of. */
    public static final List<String> OF_TEMPLATES = List.of("class", "kind", "z_min", "z_max", "wavelength", "flux");

    /** The kind of a part. */
    public static PartKind of(DataPart part) {
        if (OF_TEMPLATES.stream().allMatch(column -> part.column(column).isPresent())) {
            return TEMPLATES;
        }
        boolean like = part.column("wavelength").isPresent() || part.column("flux").isPresent();
        return like ? SPECTRA : OTHER;
    }
}
