package org.novum.texttables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.files.Guard;
import org.novum.tabular.ColumnPlan;
import org.novum.tabular.ContentDigest;
import org.novum.tabular.MappedPart;
import org.novum.tabular.SourceBytes;
import org.novum.tabular.TableFile;
import org.novum.tabular.Texts;

/** Tables of text files; they are in memory. */
final class TextTablesDataset implements Dataset {
    private final Map<String, TextPart> parts = new LinkedHashMap<>();
    private final DatasetCard card;
    private final int batchRows;

    /**
     * A file and the table that is wanted of it.
     *
     * @param file to read
     * @param table its name in the file, or empty for all
     */
    record Wanted(TableFile file, String table) {}

    TextTablesDataset(DataSource source, List<Wanted> wanted, int batchRows) {
        this.batchRows = batchRows;
        List<DataPart> cards = new ArrayList<>();
        for (Wanted each : wanted) {
            byte[] content = SourceBytes.whole(each.file.path(), TextFile.MOST);
            String sha256 = ContentDigest.of(content).sha256();
            TextFile file = new TextFile(each.file.label(), content);
            for (TextPart part : Guard.call(() -> parts(source, each, file), broken -> damaged(file, broken))) {
                if (parts.putIfAbsent(part.file().name(), part) != null) {
                    throw new DataException(
                            each.file.label(), "two tables are called " + part.file().name(), "rename the file, or read it alone");
                }
                cards.add(part.card(sha256));
            }
        }
        MappedPart.requireNamesUsed(source, parts.values().stream().map(TextPart::mapped).toList());
        cards.sort(Comparator.comparing(DataPart::name));
        card = new DatasetCard(MappedPart.datasetName(wanted.stream().map(Wanted::file).toList()), cards);
        if (card.rows() == 0) {
            throw new DataException(
                    card.name(),
                    source.select().isEmpty() ? "there are no rows" : "the selection " + new TreeMap<>(source.select()) + " keeps no row",
                    source.select().isEmpty() ? "name another file" : "correct 'select' of the study's data");
        }
    }

    private static NovumException damaged(TextFile file, Throwable cause) {
        return cause instanceof NovumException known
                ? known
                : new DataException(file.label(), "it is damaged (" + Guard.reason(cause) + ")", "get the file again", cause);
    }

    private static List<TextPart> parts(DataSource source, Wanted wanted, TextFile file) {
        List<TextTable> tables = TextFormat.of(file, String.valueOf(wanted.file.path().getFileName())).tables(file);
        if (!wanted.table.isEmpty()) {
            List<String> names = tables.stream().map(TextTable::name).filter(name -> !name.isEmpty()).toList();
            return tables.stream()
                    .filter(table -> table.name().equals(wanted.table))
                    .findFirst()
                    .map(table -> List.of(TextPart.of(source, wanted.file, table)))
                    .orElseThrow(() -> new DataException(
                            file.label() + "#" + wanted.table,
                            "there is no such table",
                            names.isEmpty() ? "this file holds one alone; leave the name out" : "there are " + Texts.listed(names)));
        }
        return tables.stream()
                .map(table -> TextPart.of(source, tables.size() == 1 ? wanted.file : named(wanted.file, table.name()), table))
                .toList();
    }

    private static TableFile named(TableFile file, String table) {
        return new TableFile(file.name() + "-" + table, file.uri() + "#" + table, file.label(), file.path());
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        TextPart asked = part(part);
        if (columns.isEmpty()) {
            throw new DataException(asked.file().label(), "no column is asked for", "ask for at least one");
        }
        return new TextBatches(allocator, asked, columns.stream().map(asked::plan).toList(), batchRows);
    }

    private TextPart part(String name) {
        TextPart part = parts.get(card.part(name).name());
        if (part == null) {
            throw new IllegalStateException("the card lists a part that is not there");
        }
        return part;
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        TextPart asked = part(part);
        ColumnPlan typed = asked.plan(column);
        ColumnPlan text = new ColumnPlan(new ColumnCard(column, ColumnType.TEXT, Unit.ONE), typed.index(), typed.fileName());
        return Optional.of(new TextBatches(allocator, asked, List.of(text), batchRows));
    }

    /** Everything is in memory. */
    @Override
    public void close() {}
}
