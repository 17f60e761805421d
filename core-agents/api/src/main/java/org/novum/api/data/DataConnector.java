package org.novum.api.data;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The service interface of a data connector: it turns URIs into datasets. Found through {@code ServiceLoader}. */
public interface DataConnector {
    /** What this connector is and can do. */
    ConnectorCard card();

    /** True if this connector can open the URI. */
    boolean accepts(String uri);

    /**
     * Opens the source; reads what it must to know schema, rows and digests.
     *
     * @param source all of whose URIs this connector accepts
     * @throws DataException if a file is broken; the message names file, row or column, and remedy
     */
    Dataset open(DataSource source);

    /**
     * The local files that a source is read from, found without opening them; a store recognises by them what it has.
     *
     * @return nothing where they are not known before the source is opened, as with downloads
     * @throws org.novum.api.NovumException as {@link #open} does, if there is no such file
     */
    default Optional<List<Path>> files(DataSource source) {
        return Optional.empty();
    }

    /** The connector that reads sources themselves, where this one may give a copy kept from an earlier time. */
    default DataConnector direct() {
        return this;
    }
}
