package org.novum.fits.table;

import java.util.List;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.fits.hdu.UnitRows;

/** Units of FITS files, one part each; the files' bytes are in memory. */
record UnitDataset(String name, List<Part> parts) implements Dataset {
    /**
     * One unit.
     *
     * @param label what messages call it
     */
    record Part(DataPart card, String label, UnitRows rows) {
        int place(String column) {
            List<String> names = card.columns().stream().map(ColumnCard::name).toList();
            if (!names.contains(column)) {
                throw new DataException(
                        label + ", column " + column, "there is no such column", "the columns are " + String.join(", ", names));
            }
            return names.indexOf(column);
        }
    }

    @Override
    public DatasetCard card() {
        return new DatasetCard(name, parts.stream().map(Part::card).toList());
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        DataPart known = card().part(part);
        Part asked = parts.stream().filter(each -> each.card().equals(known)).findFirst().orElseThrow();
        if (columns.isEmpty()) {
            throw new DataException(asked.label(), "no column is asked for", "ask for at least one");
        }
        return new UnitBatches(allocator, asked, columns);
    }

    /** Everything is in memory. */
    @Override
    public void close() {}
}
