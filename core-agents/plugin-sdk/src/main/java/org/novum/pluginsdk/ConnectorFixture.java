package org.novum.pluginsdk;

import java.nio.file.Path;
import java.util.List;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fake.InMemoryTable;

/** What a connector's author supplies to its contract. */
public interface ConnectorFixture {
    /** A new instance of the connector. */
    DataConnector connector();

    /** The same connector reading in batches of other sizes, where it can be told to. */
    default List<DataConnector> inOtherBatchSizes() {
        return List.of();
    }

    /**
     * A table that the format can hold: more than one row and column, one of them floating-point. A connector that
     * selects rows needs a text or whole-number column in it.
     */
    InMemoryTable content();

    /**
     * Writes a table into an empty folder, plain; the part's name is the table's.
     *
     * @return the URI to open
     */
    String store(InMemoryTable table, Path folder);

    /**
     * What reading a URI that {@link #store} returned gives: the content, unless the rows say where they are from.
     */
    default InMemoryTable expected(String uri) {
        return content();
    }

    /** Writes the same bytes gzip-compressed; only asked of a connector that declares it. */
    default String storeCompressed(InMemoryTable table, Path folder) {
        throw new AssertionError("a connector that declares GZIP implements storeCompressed");
    }

    /** Writes the same bytes compressed by Zstandard; only asked of a connector that declares it. */
    default String storeZstd(InMemoryTable table, Path folder) {
        throw new AssertionError("a connector that declares ZSTD implements storeZstd");
    }

    /** The URI of everything that {@link #store} wrote into a folder; only asked of a connector that declares globs. */
    default String glob(Path folder) {
        return "file:" + folder + "/*";
    }

    /** Fetches something from a server of the test's own, and fails clearly when there is none. */
    default void assertFetches(Path folder) {
        throw new AssertionError("a connector that declares FETCH implements assertFetches");
    }

    /**
     * Writes broken sources, each in a way of its own: cut off, empty, not this format, a value that is no number. A
     * connector that declares {@code PROBLEM_ROWS} opens them and gives rows whose problem names what is asked; any other
     * refuses them.
     */
    List<BadSource> badSources(Path folder);

    /**
     * A source that must be refused.
     *
     * @param uri to open
     * @param named what the message must name, such as file and row
     */
    record BadSource(String uri, List<String> named) {
        /** Copies the list. */
        public BadSource {
            named = List.copyOf(named);
        }
    }
}
