package org.novum.api.data;

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
}
