package org.novum.votable;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.novum.api.data.DataException;
import uk.ac.starlink.votable.VOStarTable;

/**
 * Which tables of a document are meant.
 *
 * @param file path, folder or glob, in front of {@code #}
 * @param table its number, the first is 1, its name or its ID; empty for all
 */
record TableChoice(String file, String table) {
    /**
     * What a URI means.
     *
     * @param votable tells the name of a VOTable, which may have a {@code #} in it
     */
    static TableChoice of(String uri, Predicate<String> votable) {
        int hash = uri.lastIndexOf('#');
        return hash < 0 || hash == uri.length() - 1 || votable.test(uri) || !votable.test(uri.substring(0, hash))
                ? new TableChoice(uri, "")
                : new TableChoice(uri.substring(0, hash), uri.substring(hash + 1));
    }

    boolean isAll() {
        return table.isEmpty();
    }

    /**
     * Places of the tables in a document.
     *
     * @param label what messages call the document
     * @throws DataException if it has no such table
     */
    List<Integer> in(VotableDocument document, String label) {
        List<VOStarTable> all = document.tables();
        if (isAll()) {
            return IntStream.range(0, all.size()).boxed().toList();
        }
        List<String> names = document.tableNames();
        int place = table.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(table) - 1 : names.indexOf(table);
        if (place < 0 || place >= all.size()) {
            throw new DataException(label, "it has no table " + table + "; the tables are " + listed(names), "choose one of them");
        }
        return List.of(place);
    }

    private static String listed(List<String> names) {
        return String.join(
                ", ",
                IntStream.range(0, names.size())
                        .mapToObj(i -> (i + 1) + (names.get(i).isEmpty() ? "" : " " + names.get(i)))
                        .toList());
    }
}
