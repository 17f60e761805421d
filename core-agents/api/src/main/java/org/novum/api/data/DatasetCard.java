package org.novum.api.data;

import java.util.List;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * What agents and models see of a dataset: names, schema, units, counts and digests, never rows.
 *
 * @param name for reports
 * @param parts in the order of their names
 */
public record DatasetCard(String name, List<DataPart> parts) {
    /** Copies the list. */
    public DatasetCard {
        parts = List.copyOf(parts);
    }

    /** Rows of all parts together. */
    public long rows() {
        return parts.stream().mapToLong(DataPart::rows).sum();
    }

    /**
     * The part of this name.
     *
     * @throws NovumException if there is none
     */
    public DataPart part(String part) {
        return parts.stream()
                .filter(candidate -> candidate.name().equals(part))
                .findFirst()
                .orElseThrow(() -> new NovumException(
                        ExitCode.NO_INPUT, "dataset " + name + " has no part " + part + "; list its parts with data show"));
    }
}
