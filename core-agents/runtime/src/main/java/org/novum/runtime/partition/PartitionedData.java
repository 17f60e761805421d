package org.novum.runtime.partition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;

/**
 * A dataset cut into slices by a registered policy; the only way from a dataset to handles.
 *
 * <p>It hands out what it is asked for: who may ask for which slice, and when, is decided by {@code DataAccess}.
 */
public final class PartitionedData {
    private final Dataset dataset;
    private final PartitionPolicy policy;
    private final String experiment;

    /**
     * @param dataset stays open, and owned by the caller
     * @param policy registered for the experiment
     * @param experiment whose name salts the hash
     */
    public PartitionedData(Dataset dataset, PartitionPolicy policy, String experiment) {
        this.dataset = dataset;
        this.policy = policy;
        this.experiment = experiment;
        dataset.card().parts().forEach(part -> requireKeys(part, policy));
    }

    /** The card of the whole dataset. */
    public DatasetCard card() {
        return dataset.card();
    }

    /** The policy it is cut by. */
    public PartitionPolicy policy() {
        return policy;
    }

    /**
     * The rows of these slices.
     *
     * @param slices names of slices of the policy; none gives a handle without rows
     * @param allocator pays for the batches
     */
    public DataHandle handle(Iterable<String> slices, BufferAllocator allocator) {
        SortedSet<String> chosen = Slices.sorted(slices);
        List<String> known = Slices.of(policy);
        if (!known.containsAll(chosen)) {
            throw new IllegalArgumentException("no such slices: " + chosen + " of " + known);
        }
        return new Handle(chosen, allocator);
    }

    private static void requireKeys(DataPart part, PartitionPolicy policy) {
        for (String key : RowAssignment.keyColumns(policy, part)) {
            if (part.column(key).isEmpty()) {
                throw new DataException(
                        part.uri() + ", column " + key,
                        "the partition key is not among its columns",
                        "map it in the study's data.columns, or choose a partition that needs no key");
            }
        }
    }

    private final class Handle implements DataHandle {
        private final SortedSet<String> slices;
        private final BufferAllocator allocator;

        Handle(SortedSet<String> slices, BufferAllocator allocator) {
            this.slices = new TreeSet<>(slices);
            this.allocator = allocator;
        }

        @Override
        public DatasetCard card() {
            return dataset.card();
        }

        @Override
        public String partition() {
            return Slices.title(slices);
        }

        @Override
        public Batches read(String part, List<String> columns) {
            return switch (policy) {
                case PartitionPolicy.WholeSample _ when slices.isEmpty() -> NoRows.of(dataset, allocator, part, columns);
                case PartitionPolicy.WholeSample _ -> dataset.read(allocator, part, columns);
                case PartitionPolicy.ByKey _, PartitionPolicy.ByTime _ -> selected(part, columns);
                case PartitionPolicy.ByBlock byBlock -> cut(byBlock, part, columns);
                case PartitionPolicy.ByTurn byTurn
                when dataset.card().part(part).column(byTurn.turnColumn()).isPresent() -> selected(part, columns);
                case PartitionPolicy.ByTurn _ when slices.contains(Slices.EXPLORATION) ->
                    dataset.read(allocator, part, columns);
                case PartitionPolicy.ByTurn _ -> NoRows.of(dataset, allocator, part, columns);
            };
        }

        @Override
        public Optional<Batches> asWritten(String part, String column) {
            return policy instanceof PartitionPolicy.WholeSample && !slices.isEmpty()
                    ? dataset.asWritten(allocator, part, column)
                    : Optional.empty();
        }

        private Batches cut(PartitionPolicy.ByBlock byBlock, String part, List<String> columns) {
            boolean explores = slices.contains(Slices.EXPLORATION);
            boolean confirms = slices.contains(Slices.confirmation(1));
            boolean hasAxis = dataset.card().part(part).column(byBlock.axisColumn()).isPresent();
            if (!explores && (!confirms || !hasAxis)) {
                return NoRows.of(dataset, allocator, part, columns);
            }
            if (!hasAxis || explores && confirms) {
                return dataset.read(allocator, part, columns);
            }
            List<String> wanted = new ArrayList<>(columns);
            if (!wanted.contains(byBlock.axisColumn())) {
                wanted.add(byBlock.axisColumn());
            }
            CutBatches.Cut cut = new CutBatches.Cut(
                    byBlock.axisColumn(), position -> byBlock.explores(position) == explores);
            return new CutBatches(dataset.read(allocator, part, wanted), columns, allocator, cut);
        }

        private Batches selected(String part, List<String> columns) {
            List<String> keyColumns = RowAssignment.keyColumns(policy, dataset.card().part(part));
            List<String> wanted = new ArrayList<>(columns);
            keyColumns.stream().filter(key -> !wanted.contains(key)).forEach(wanted::add);
            List<String> names = Slices.of(policy);
            RowAssignment assignment = new RowAssignment(policy, experiment);
            boolean[] chosen = new boolean[names.size()];
            for (int slice = 0; slice < chosen.length; slice++) {
                chosen[slice] = slices.contains(names.get(slice));
            }
            return new SelectedBatches(
                    dataset.read(allocator, part, wanted),
                    columns,
                    allocator,
                    (batch, before, kept) -> choose(new Keyed(keys(batch, keyColumns), part, before), assignment, chosen, kept));
        }

        private List<FieldVector> keys(VectorSchemaRoot batch, List<String> keyColumns) {
            return keyColumns.stream().map(batch::getVector).toList();
        }

        private int choose(Keyed batch, RowAssignment assignment, boolean[] chosen, int[] kept) {
            int count = 0;
            int rows = batch.keys().getFirst().getValueCount();
            for (int row = 0; row < rows; row++) {
                requireKey(batch, row);
                if (chosen[assignment.slice(batch.keys(), row)]) {
                    kept[count++] = row;
                }
            }
            return count;
        }

        private void requireKey(Keyed batch, int row) {
            for (FieldVector key : batch.keys()) {
                if (key.isNull(row)) {
                    throw new DataException(
                            dataset.card().part(batch.part()).uri() + ", row " + (batch.before() + row + 1) + ", column "
                                    + key.getName(),
                            "the partition key is missing, so that the row belongs neither to the rows to explore nor to"
                                    + " those that confirm",
                            "fill it in or remove the row");
                }
            }
        }
    }

    /** The key columns of one batch, and where it lies. */
    private record Keyed(List<FieldVector> keys, String part, long before) {}
}
