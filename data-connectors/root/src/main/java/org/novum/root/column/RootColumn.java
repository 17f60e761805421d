package org.novum.root.column;

import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.root.file.Source;

/** One column of a tree or an ntuple, which knows where its rows are and reads them when it is asked. */
public interface RootColumn {
    /** As the file has it, with dots before members. */
    String name();

    /** Of its values. */
    ColumnType type();

    /** As its description states it, or {@link Unit#ONE}. */
    Unit unit();

    /** How many rows it has. */
    long rows();

    /**
     * Reads the rows that are stored together with one row.
     *
     * @param source the open file
     * @param row at least 0 and less than the rows of the table
     * @throws org.novum.api.data.DataException if the file does not have them
     */
    Chunk chunk(Source source, long row);
}
