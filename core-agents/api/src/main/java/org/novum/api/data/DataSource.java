package org.novum.api.data;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a study's data are and how their columns are called.
 *
 * @param uris one or more URIs: {@code file:} paths and globs, {@code dataset:NAME} of the catalogue, or any scheme of an
 *     installed connector
 * @param columns the name a plugin uses to the name in the file; a column not named here keeps its name
 * @param units the plugin's column name to the symbol of the unit the file is in; a plugin says which unit it assumes
 *     otherwise
 * @param select keep only rows where the column equals the value, for instance {@code type1: G}
 */
public record DataSource(
        List<String> uris, Map<String, String> columns, Map<String, String> units, Map<String, String> select) {
    /** Copies the collections, maps in the order of their keys: a study is written into journals. */
    public DataSource {
        uris = List.copyOf(uris);
        columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
        units = Collections.unmodifiableSortedMap(new TreeMap<>(units));
        select = Collections.unmodifiableSortedMap(new TreeMap<>(select));
    }

    /** Data at these URIs with the columns as they are in the files. */
    public static DataSource of(String... uris) {
        return new DataSource(List.of(uris), Map.of(), Map.of(), Map.of());
    }
}
