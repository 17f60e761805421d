package org.novum.runtime.partition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
import org.apache.arrow.vector.VarCharVector;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.PartitionPolicy;

/**
 * Assigns rows to slices: 0 is exploration, 1…n are the confirmation slices.
 *
 * <p>The slice depends on the values of the key columns and the experiment's name alone. The hash is
 * {@link SplitMix} chained over the key's words; its upper 53 bits are read as a number in [0, 1).
 */
final class RowAssignment {
    private final PartitionPolicy policy;
    private final long salt;

    RowAssignment(PartitionPolicy policy, String experiment) {
        this.policy = policy;
        this.salt = hash(0, experiment.getBytes(StandardCharsets.UTF_8));
    }

    /** The slice of one row. */
    int slice(List<FieldVector> keys, int row) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> 0;
            case PartitionPolicy.ByKey byKey -> slice(byKey, keys, row);
            case PartitionPolicy.ByTime byTime -> slice(byTime, keys.getFirst(), row);
            case PartitionPolicy.ByTurn byTurn -> byTurn.explores(turn(keys.getFirst(), row)) ? 0 : 1;
            case PartitionPolicy.ByBlock _ -> throw new IllegalArgumentException("a row is in both slices of its blocks");
        };
    }

    /** Columns of a part that say which slice a row is in. */
    static List<String> keyColumns(PartitionPolicy policy, DataPart part) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _, PartitionPolicy.ByBlock _ -> List.of();
            case PartitionPolicy.ByTurn byTurn ->
                part.column(byTurn.turnColumn()).isPresent() ? List.of(byTurn.turnColumn()) : List.of();
            case PartitionPolicy.ByKey byKey -> byKey.keyColumns();
            case PartitionPolicy.ByTime byTime -> byTime.timeColumns().stream()
                    .filter(column -> part.column(column).isPresent())
                    .findFirst()
                    .map(List::of)
                    .orElseGet(byTime::timeColumns);
        };
    }

    private static long turn(FieldVector turns, int row) {
        return switch (turns) {
            case IntVector integers -> integers.get(row);
            case BigIntVector integers -> integers.get(row);
            default ->
                throw new IllegalArgumentException("turns are whole numbers, not " + turns.getField().getType());
        };
    }

    /** Dates of one form are in the order of their texts. */
    private static int slice(PartitionPolicy.ByTime policy, FieldVector time, int row) {
        if (!(time instanceof VarCharVector texts)) {
            throw new IllegalArgumentException("a time column is text, not " + time.getField().getType());
        }
        String text = new String(texts.get(row), StandardCharsets.UTF_8).strip();
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*")) {
            throw new DataException(
                    "column " + time.getName(),
                    "'" + text + "' is no time, so that the row belongs neither to the rows to explore nor to those that"
                            + " confirm",
                    "write times as yyyy-mm-dd HH:MM:SS");
        }
        return text.substring(0, policy.cut().length()).compareTo(policy.cut()) < 0 ? 0 : 1;
    }

    private int slice(PartitionPolicy.ByKey policy, List<FieldVector> keys, int row) {
        long hash = salt;
        for (FieldVector key : keys) {
            hash = switch (key) {
                case IntVector integers -> SplitMix.chain(hash, SplitMix.mix(integers.get(row)));
                case BigIntVector integers -> SplitMix.chain(hash, SplitMix.mix(integers.get(row)));
                case Float8Vector numbers -> SplitMix.chain(hash, SplitMix.mix(word(numbers.get(row))));
                case VarCharVector texts -> hash(hash, texts.get(row));
                default -> throw new IllegalArgumentException("a key column cannot be of type " + key.getField().getType());
            };
        }
        double position = (hash >>> 11) * 0x1.0p-53;
        double explored = policy.explorationFraction();
        if (position < explored) {
            return 0;
        }
        int slices = policy.confirmationSlices();
        return 1 + Math.min(slices - 1, (int) ((position - explored) / (1 - explored) * slices));
    }

    /** Names of all slices: exploration, confirmation-1, … */
    static List<String> names(PartitionPolicy policy) {
        return switch (policy) {
            case PartitionPolicy.WholeSample _ -> List.of(Slices.ALL);
            case PartitionPolicy.ByKey byKey -> {
                List<String> names = new ArrayList<>(List.of(Slices.EXPLORATION));
                for (int slice = 1; slice <= byKey.confirmationSlices(); slice++) {
                    names.add(Slices.confirmation(slice));
                }
                yield List.copyOf(names);
            }
            case PartitionPolicy.ByTime _, PartitionPolicy.ByBlock _, PartitionPolicy.ByTurn _ ->
                List.of(Slices.EXPLORATION, Slices.confirmation(1));
        };
    }

    /** A whole number is the same key whether its file writes {@code 12} or {@code 12.0}. */
    private static long word(double value) {
        long whole = (long) value;
        return whole == value ? whole : Double.doubleToLongBits(value);
    }

    private static long hash(long start, byte[] bytes) {
        long hash = SplitMix.chain(start, bytes.length);
        for (int i = 0; i < bytes.length; i += Long.BYTES) {
            long word = 0;
            for (int j = i; j < Math.min(bytes.length, i + Long.BYTES); j++) {
                word = word << 8 | bytes[j] & 0xFF;
            }
            hash = SplitMix.chain(hash, word);
        }
        return hash;
    }
}
