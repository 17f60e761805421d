package org.novum.root.tree;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.novum.api.data.DataException;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Table;
import org.novum.root.file.Key;
import org.novum.root.file.Limits;
import org.novum.root.file.RootFile;
import org.novum.root.file.Source;
import org.novum.root.stream.Classes;
import org.novum.root.stream.ObjectReader;
import org.novum.root.stream.StreamedObject;

/** Reads what a tree says of itself; its rows stay in the file until a column is asked for them. */
public final class TreeReader {
    private static final Set<String> TREES = Set.of("TTree", "TNtuple", "TNtupleD");

    private TreeReader() {}

    /** Whether a key holds a tree. */
    public static boolean isTree(Key key) {
        return TREES.contains(key.className());
    }

    /**
     * Reads a tree.
     *
     * @param source the open file
     * @param file its directories
     * @param item the tree in it
     */
    public static Table read(Source source, RootFile file, RootFile.Item item) {
        String where = source.label() + ", tree " + item.path();
        Classes classes = Classes.of(file, source);
        Key key = item.key();
        StreamedObject tree = new ObjectReader(key.object(source), key.header(), classes, where).object(key.className());
        long rows = tree.integer("fEntries");
        if (rows < 0 || rows > Limits.MOST_ROWS) {
            throw new DataException(
                    where,
                    "it claims to have " + rows + " rows, and " + Limits.MOST_ROWS + " are the most that one part may have",
                    "the file is damaged, or write it in several files, which are read as parts of one dataset");
        }
        BranchWalk walk = new BranchWalk(source, classes);
        tree.list("fBranches").forEach(branch -> walk.branch(branch, 0));
        List<RootColumn> columns = new ArrayList<>();
        Map<String, String> unread = new LinkedHashMap<>(walk.unread());
        for (RootColumn column : walk.columns()) {
            if (column.rows() < rows) {
                unread.put(
                        column.name(),
                        "its baskets hold " + column.rows() + " rows where the tree has " + rows);
            } else {
                columns.add(column);
            }
        }
        return new Table(item.path(), rows, columns, unread);
    }
}
