package org.novum.pluginsdk.fake;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoublePredicate;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.api.data.PartitionPolicy;

/**
 * Splits a dataset in memory into rows to explore and slices that confirm, by a hash of the experiment and the key.
 *
 * <p>A stand-in for the runtime's own split, with the same promises: it depends on keys and experiment alone, not on
 * row order or bytes, and each round opens rows that no earlier round has seen.
 *
 * @param policy of the discipline
 * @param experiment that the data belong to
 * @param data to split
 */
public record SamplePartition(PartitionPolicy policy, String experiment, InMemoryDataset data) {
    private static final int EXPLORED = -1;

    /** Rows that may be explored before a round, numbered from 1: the exploration rows and the slices opened before. */
    public InMemoryDataset exploration(int round) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> data.mapped(table -> table.where(_ -> false));
            case PartitionPolicy.ByKey byKey -> select(byKey, slice -> slice < round - 1);
            case PartitionPolicy.ByTime byTime -> select(byTime, slice -> slice < round - 1);
            case PartitionPolicy.ByTurn _ when round > 1 -> data;
            case PartitionPolicy.ByTurn byTurn -> explored(byTurn);
            case PartitionPolicy.ByBlock _ when round > 1 -> data;
            case PartitionPolicy.ByBlock byBlock -> cut(byBlock, byBlock::explores);
        };
    }

    /** Rows that a round opens; none once all slices are open. */
    public InMemoryDataset confirmation(int round) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> data.mapped(table -> table.where(_ -> round == 1));
            case PartitionPolicy.ByKey byKey -> select(byKey, slice -> slice == round - 1);
            case PartitionPolicy.ByTime byTime -> select(byTime, slice -> slice == round - 1);
            case PartitionPolicy.ByTurn byTurn -> confirming(byTurn, round);
            case PartitionPolicy.ByBlock byBlock -> cut(byBlock, position -> round == 1 && !byBlock.explores(position));
        };
    }

    /** All rows that are open after so many rounds. */
    public InMemoryDataset opened(int rounds) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> data;
            case PartitionPolicy.ByKey byKey -> select(byKey, slice -> slice < rounds);
            case PartitionPolicy.ByTime byTime -> select(byTime, slice -> slice < rounds);
            case PartitionPolicy.ByTurn byTurn -> rounds > 0 ? data : explored(byTurn);
            case PartitionPolicy.ByBlock byBlock -> rounds > 0 ? data : cut(byBlock, byBlock::explores);
        };
    }

    private InMemoryDataset select(PartitionPolicy.ByKey byKey, IntPredicate slice) {
        return data.mapped(table -> {
            List<InMemoryColumn> keys =
                    byKey.keyColumns().stream().map(table::column).toList();
            return table.where(row -> slice.test(slice(byKey, key(keys, row))));
        });
    }

    private InMemoryDataset select(PartitionPolicy.ByTime byTime, IntPredicate slice) {
        return data.mapped(table -> {
            InMemoryColumn time = byTime.timeColumns().stream()
                    .filter(column -> table.card().column(column).isPresent())
                    .findFirst()
                    .map(table::column)
                    .orElseThrow(() -> new DataException(
                            table.name() + ", column " + String.join(", ", byTime.timeColumns()),
                            "there is no time to split by",
                            "add one of these columns"));
            return table.where(row -> slice.test(
                    time.value(row).toString().compareTo(byTime.cut()) < 0 ? EXPLORED : 0));
        });
    }

    /** Parts without turns are explored whole. */
    private InMemoryDataset explored(PartitionPolicy.ByTurn byTurn) {
        return data.mapped(table -> table.card().column(byTurn.turnColumn()).isEmpty()
                ? table
                : table.where(row -> byTurn.explores(turn(byTurn, table, row))));
    }

    private InMemoryDataset confirming(PartitionPolicy.ByTurn byTurn, int round) {
        return data.mapped(table -> table.where(row -> round == 1
                && table.card().column(byTurn.turnColumn()).isPresent()
                && !byTurn.explores(turn(byTurn, table, row))));
    }

    private static long turn(PartitionPolicy.ByTurn byTurn, InMemoryTable table, int row) {
        return ((Number) table.column(byTurn.turnColumn()).value(row)).longValue();
    }

    /** Lists of numbers with only the elements whose position is kept; parts without the axis stay as they are. */
    private InMemoryDataset cut(PartitionPolicy.ByBlock byBlock, DoublePredicate kept) {
        return data.mapped(table -> {
            if (table.card().column(byBlock.axisColumn()).isEmpty()) {
                return table;
            }
            InMemoryColumn axis = table.column(byBlock.axisColumn());
            InMemoryTable result = table;
            for (InMemoryColumn column : table.columns()) {
                if (column instanceof InMemoryColumn.Values values && !column.equals(axis) && isList(values)) {
                    List<@Nullable Object> rows = new ArrayList<>();
                    for (int row = 0; row < values.rows(); row++) {
                        rows.add(cut((List<?>) values.value(row), (List<?>) axis.value(row), kept));
                    }
                    result = result.with(new InMemoryColumn.Values(values.name(), values.type(), values.unit(), rows));
                }
            }
            return result;
        });
    }

    private static boolean isList(InMemoryColumn.Values column) {
        return switch (column.type()) {
            case FLOAT64_LIST, INT64_LIST, INT32_LIST, INT8_LIST -> true;
            case FLOAT64, INT64, INT32, TEXT -> false;
        };
    }

    private static @Nullable List<Object> cut(@Nullable List<?> values, @Nullable List<?> axis, DoublePredicate kept) {
        if (values == null || axis == null) {
            return null;
        }
        List<Object> result = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            boolean stays = axis.size() == values.size() && kept.test(((Number) axis.get(i)).doubleValue());
            Object value = values.get(i);
            result.add(stays ? value : value instanceof Double ? (Object) Double.NaN : (Object) 0);
        }
        return result;
    }

    private int slice(PartitionPolicy.ByKey byKey, String key) {
        double place = uniform(key);
        if (place < byKey.explorationFraction()) {
            return EXPLORED;
        }
        double rest = (place - byKey.explorationFraction()) / (1 - byKey.explorationFraction());
        return Math.min(byKey.confirmationSlices() - 1, (int) (rest * byKey.confirmationSlices()));
    }

    private static String key(List<InMemoryColumn> keys, int row) {
        return String.join("\n", keys.stream().map(column -> column.value(row).toString()).toList());
    }

    /** A number in [0, 1) from the first 53 bits of a SHA-256 digest. */
    private double uniform(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((experiment + "\n" + key).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(digest).getLong() >>> 11) * 0x1p-53;
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
