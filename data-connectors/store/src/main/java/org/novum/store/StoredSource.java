package org.novum.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.api.data.DataSource;

/**
 * The columns of one source in the store.
 *
 * @param connector that opened it
 * @param source as it was asked for
 * @param key it had when it was opened
 */
record StoredSource(StoringConnector connector, DataSource source, SourceKey key) {
    ArrowStore store() {
        return connector.store();
    }

    /** The files of all these columns, in their order, if the store has them all. */
    Optional<List<Path>> files(List<ColumnName> columns) {
        List<Path> files = new ArrayList<>();
        for (ColumnName column : columns) {
            Optional<Path> file = store().column(key, column);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            files.add(file.get());
        }
        return Optional.of(files);
    }

    /** True if the files are as they were, and columns may be kept. */
    boolean isUnchanged() {
        return store().knows(key) && SourceKey.of(connector.direct(), source).filter(key::equals).isPresent();
    }
}
