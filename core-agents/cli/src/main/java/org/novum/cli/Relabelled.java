package org.novum.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.apache.arrow.vector.types.pojo.Field;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;

/**
 * A dataset some of whose columns have the names and units of {@code --column} and {@code --unit}, of whatever format it is.
 *
 * @param original as its source has it
 * @param card with the new names and units
 * @param names the new one to the original
 */
record Relabelled(Dataset original, DatasetCard card, Map<String, String> names) implements Dataset {
    /**
     * @param names the new one to that of the source
     * @param units the new name to the symbol of the unit
     * @throws NovumException with {@code USAGE} if a column is not there, or a new name is that of another one
     */
    static Dataset of(Dataset original, Map<String, String> names, Map<String, String> units) {
        if (names.isEmpty() && units.isEmpty()) {
            return original;
        }
        Map<String, String> renamed = new HashMap<>();
        new TreeMap<>(names).forEach((name, old) -> {
            String other = renamed.put(old, name);
            if (other != null) {
                throw wrong("--column " + name + "=" + old, "the column is called " + other + " already; give it one name");
            }
        });
        DatasetCard card = original.card();
        Set<String> there = columns(card.parts());
        names.forEach((name, old) -> requireColumn(there, old, "--column " + name + "=" + old));
        List<DataPart> parts = card.parts().stream().map(part -> relabelled(part, renamed, units)).toList();
        Set<String> known = columns(parts);
        units.forEach((name, unit) -> requireColumn(known, name, "--unit " + name + "=" + unit));
        return new Relabelled(original, new DatasetCard(card.name(), parts), new TreeMap<>(names));
    }

    private static Set<String> columns(List<DataPart> parts) {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.columns().forEach(column -> names.add(column.name())));
        return names;
    }

    private static void requireColumn(Set<String> there, String name, String option) {
        if (!there.contains(name)) {
            throw wrong(option, "there is no column " + name + "; there are " + there);
        }
    }

    private static NovumException wrong(String option, String why) {
        return new NovumException(ExitCode.USAGE, option + ": " + why);
    }

    private static DataPart relabelled(DataPart part, Map<String, String> renamed, Map<String, String> units) {
        List<ColumnCard> columns = new ArrayList<>();
        for (ColumnCard column : part.columns()) {
            String name = renamed.getOrDefault(column.name(), column.name());
            String unit = units.get(name);
            if (columns.stream().anyMatch(other -> other.name().equals(name))) {
                throw new NovumException(
                        ExitCode.USAGE,
                        "--column: " + part.name() + " would have two columns " + name + "; give the other one another name too");
            }
            columns.add(new ColumnCard(name, column.type(), unit == null ? column.unit() : Unit.of(unit)));
        }
        return new DataPart(part.name(), part.uri(), part.rows(), part.sha256(), columns);
    }

    private String source(String column) {
        return names.getOrDefault(column, column);
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        return new Renaming(original.read(allocator, part, columns.stream().map(this::source).toList()), columns);
    }

    @Override
    public Optional<Batches> asWritten(BufferAllocator allocator, String part, String column) {
        return original.asWritten(allocator, part, source(column)).map(batches -> new Renaming(batches, List.of(column)));
    }

    @Override
    public void close() {
        original.close();
    }

    /**
     * The same vectors under other names.
     *
     * @param original batches
     * @param names of their columns, in order
     */
    private record Renaming(Batches original, List<String> names) implements Batches {
        @Override
        public boolean next() {
            return original.next();
        }

        @Override
        public VectorSchemaRoot root() {
            VectorSchemaRoot root = original.root();
            List<FieldVector> vectors = root.getFieldVectors();
            List<Field> fields = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                Field field = vectors.get(i).getField();
                fields.add(new Field(names.get(i), field.getFieldType(), field.getChildren()));
            }
            return new VectorSchemaRoot(fields, vectors, root.getRowCount());
        }

        @Override
        public void close() {
            original.close();
        }
    }
}
