package org.novum.root.tree;

import java.util.Locale;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.root.column.Chunk;
import org.novum.root.column.RootColumn;
import org.novum.root.file.Source;

/**
 * A column of a tree: the baskets of a branch, and how its rows are written in them.
 *
 * @param name of the column
 * @param unit that the branch's title states
 * @param baskets of the branch
 * @param form of the rows
 */
record BranchColumn(String name, Unit unit, Baskets baskets, RowForm form) implements RootColumn {
    @Override
    public ColumnType type() {
        return form.type();
    }

    @Override
    public long rows() {
        return baskets.rows();
    }

    @Override
    public Chunk chunk(Source source, long row) {
        return form.decode(source, baskets.read(source, row));
    }

    @Override
    public String toString() {
        return name + " (" + type().name().toLowerCase(Locale.ROOT) + ")";
    }
}
