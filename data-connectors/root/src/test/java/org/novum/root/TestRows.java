package org.novum.root;

import java.util.List;
import org.novum.api.data.Dataset;

/** The values of one column of the only part, for tests of other packages. */
public final class TestRows {
    private TestRows() {}

    /** All rows. */
    public static List<Object> of(Dataset dataset, String column) {
        return Rows.of(dataset, dataset.card().parts().getFirst().name(), List.of(column)).getOrDefault(column, List.of());
    }
}
