package org.novum.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.files.Guard;
import org.novum.tabular.ColumnPlan;
import org.novum.tabular.TableFile;

/** Rows of a table, as many at a time as a batch has. */
final class Hdf5Batches implements Batches {
    private final Source source;
    private final List<ColumnPlan> plans;
    private final int batchRows;
    private final VectorSchemaRoot root;
    private final OpenFile file;
    private final HdfFile open;
    private long next;

    /** A table of a file. */
    record Source(TableFile file, Hdf5Table table) {}

    Hdf5Batches(BufferAllocator allocator, Source source, List<ColumnPlan> plans, int batchRows) {
        this.source = source;
        this.plans = plans;
        this.batchRows = batchRows;
        List<FieldVector> vectors = plans.stream()
                .map(plan -> plan.card().type().field(plan.card().name()).createVector(allocator))
                .toList();
        this.root = new VectorSchemaRoot(vectors);
        this.file = Guard.call(() -> OpenFile.of(source.file().path()), broken -> {
            root.close();
            return Hdf5Dataset.broken(source.file(), broken);
        });
        this.open = file.content();
    }

    @Override
    public boolean next() {
        int rows = (int) Math.min(batchRows, source.table().rows() - next);
        if (rows <= 0) {
            return false;
        }
        int filled = Guard.call(() -> fill(rows), broken -> Hdf5Dataset.broken(source.file(), broken));
        root.setRowCount(filled);
        next += filled;
        return true;
    }

    private int fill(int rows) {
        String where = source.file().label() + "#" + source.table().path();
        Values.Rows place = new Values.Rows(where, next, rows);
        if (!source.table().path().equals("/") && open.getByPath(source.table().path()) instanceof Dataset compound) {
            Map<?, ?> members = (Map<?, ?>) compound.getData(new long[] {next}, new int[] {rows});
            write(plan -> members.get(plan.fileName()), place);
        } else {
            write(plan -> column(plan.fileName(), rows), place);
        }
        return rows;
    }

    private void write(Function<ColumnPlan, Object> values, Values.Rows place) {
        for (int i = 0; i < plans.size(); i++) {
            ColumnPlan plan = plans.get(i);
            Packing packing = source.table().columns().get(plan.index()).packing();
            Values.write(root.getVector(i), values.apply(plan), packing, place);
        }
    }

    private Object column(String name, int rows) {
        String group = source.table().path();
        Dataset dataset = open.getDatasetByPath(group.endsWith("/") ? group + name : group + "/" + name);
        long[] shape = dataset.getDimensionsAsLong();
        return shape.length == 1
                ? dataset.getData(new long[] {next}, new int[] {rows})
                : dataset.getData(new long[] {next, 0}, new int[] {rows, Math.toIntExact(shape[1])});
    }

    @Override
    public VectorSchemaRoot root() {
        return root;
    }

    @Override
    public void close() {
        root.close();
        file.close();
    }
}
