package org.novum.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.arrow.memory.BufferAllocator;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;

/** A dataset whose columns come from the store where it has them, and otherwise from the source into the store. */
final class StoringDataset implements Dataset {
    /** Rows of a stored batch where every column has one value in a row. */
    private static final int ROWS = 1 << 16;

    /** The same where there are lists, which may have thousands of values. */
    private static final int ROWS_OF_LISTS = 1 << 9;

    private final DatasetCard card;
    private final Supplier<Dataset> opener;
    private final StoredSource stored;
    private @Nullable Dataset opened;

    /**
     * @param card of the source
     * @param opener opens the source itself, when it is needed
     * @param stored what the store has of it
     */
    StoringDataset(DatasetCard card, Supplier<Dataset> opener, StoredSource stored) {
        this.card = card;
        this.opener = opener;
        this.stored = stored;
    }

    /**
     * @param opened the source itself, which is closed with this dataset
     * @param stored what the store has of it
     */
    StoringDataset(Dataset opened, StoredSource stored) {
        this(opened.card(), () -> opened, stored);
        this.opened = opened;
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        Optional<List<ColumnName>> names = names(part, columns);
        if (names.isEmpty()) {
            return original().read(allocator, part, columns); // says what is missing
        }
        Optional<Batches> mapped = mapped(allocator, names.get());
        if (mapped.isPresent()) {
            return mapped.get();
        }
        return new RecordingBatches(
                original().read(allocator, part, columns), recording(allocator, part, names.get()));
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        Optional<ColumnName> name = card.part(part).column(column).map(_ -> new ColumnName(
                part, new ColumnCard(column, ColumnType.TEXT, Unit.ONE), ColumnName.Form.AS_WRITTEN));
        if (name.isEmpty()) {
            return original().asWritten(allocator, part, column);
        }
        Optional<Batches> mapped = mapped(allocator, List.of(name.get()));
        if (mapped.isPresent()) {
            return mapped;
        }
        return original()
                .asWritten(allocator, part, column)
                .map(batches -> new RecordingBatches(batches, recording(allocator, part, List.of(name.get()))));
    }

    private Optional<List<ColumnName>> names(String part, List<String> columns) {
        DataPart described = card.part(part);
        List<ColumnName> names = new ArrayList<>();
        for (String column : columns) {
            described.column(column)
                    .ifPresent(known -> names.add(new ColumnName(part, known, ColumnName.Form.VALUES)));
        }
        return names.isEmpty() || names.size() < columns.size() ? Optional.empty() : Optional.of(names);
    }

    private Optional<Batches> mapped(BufferAllocator allocator, List<ColumnName> names) {
        Optional<List<Path>> files = stored.files(names);
        if (files.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(MappedBatches.open(allocator, files.get(), names));
        } catch (IOException e) {
            stored.store().complain(e);
            return Optional.empty();
        }
    }

    private Recording recording(BufferAllocator allocator, String part, List<ColumnName> names) {
        DataPart described = card.part(part);
        boolean lists = described.columns().stream().anyMatch(column -> switch (column.type()) {
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> true;
            case FLOAT64, INT64, INT32, TEXT -> false;
        });
        return new Recording(allocator, stored, names, new Recording.Shape(described.rows(), lists ? ROWS_OF_LISTS : ROWS));
    }

    private synchronized Dataset original() {
        Dataset now = opened;
        if (now == null) {
            now = opener.get();
            opened = now;
        }
        return now;
    }

    @Override
    public synchronized void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
