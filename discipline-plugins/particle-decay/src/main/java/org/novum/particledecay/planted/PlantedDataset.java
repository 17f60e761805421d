package org.novum.particledecay.planted;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.particledecay.generate.CampaignGenerator;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;

/** A generated campaign in the general layout: one part per channel, {@code event, pid1, E1, px1, py1, pz1, pid2, …}. */
final class PlantedDataset implements Dataset {
    private final DatasetCard card;
    private final Map<String, Map<String, Object>> parts = new LinkedHashMap<>();

    PlantedDataset(String uri, PlantedUri planted) {
        CampaignGenerator generator = planted.generator();
        List<DataPart> cards = new ArrayList<>();
        for (int channel = 0; channel < generator.channels(); channel++) {
            Candidates candidates = generator.channel(channel).candidates();
            Map<String, Object> columns = columns(candidates);
            parts.put(candidates.channel(), columns);
            cards.add(new DataPart(
                    candidates.channel(),
                    uri + "#" + candidates.channel(),
                    candidates.size(),
                    digest(columns),
                    columns.entrySet().stream()
                            .map(column -> columnCard(column.getKey(), column.getValue()))
                            .toList()));
        }
        this.card = new DatasetCard(uri, cards);
    }

    private static Map<String, Object> columns(Candidates candidates) {
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("event", candidates.events());
        for (int daughter = 0; daughter < candidates.pids().length; daughter++) {
            FourVectors vectors = candidates.daughters().get(daughter);
            int number = daughter + 1;
            int[] identities = candidates.pids()[daughter];
            long[] pids = new long[identities.length];
            for (int row = 0; row < pids.length; row++) {
                pids[row] = identities[row];
            }
            columns.put("pid" + number, pids);
            columns.put("E" + number, vectors.energy());
            columns.put("px" + number, vectors.px());
            columns.put("py" + number, vectors.py());
            columns.put("pz" + number, vectors.pz());
        }
        return columns;
    }

    private static ColumnCard columnCard(String name, Object values) {
        return switch (values) {
            case double[] _ -> new ColumnCard(name, ColumnType.FLOAT64, Unit.GEV);
            default -> new ColumnCard(name, ColumnType.INT64, Unit.ONE);
        };
    }

    private static String digest(Map<String, Object> columns) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Object values : columns.values()) {
                switch (values) {
                    case double[] numbers -> {
                        ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
                        bytes.asDoubleBuffer().put(numbers);
                        sha256.update(bytes);
                    }
                    case long[] integers -> {
                        ByteBuffer bytes = ByteBuffer.allocate(integers.length * Long.BYTES);
                        bytes.asLongBuffer().put(integers);
                        sha256.update(bytes);
                    }
                    default -> throw new IllegalStateException("a column is neither numbers nor integers");
                }
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    @Override
    public DatasetCard card() {
        return card;
    }

    @Override
    public Batches read(BufferAllocator allocator, String part, List<String> columns) {
        card.part(part);
        Map<String, Object> values = parts.get(part);
        List<FieldVector> vectors = new ArrayList<>();
        int rows = Math.toIntExact(card.part(part).rows());
        for (String column : columns) {
            if (!values.containsKey(column)) {
                vectors.forEach(FieldVector::close);
                throw new DataException(
                        card.part(part).uri() + ", column " + column, "there is no such column", "choose one of " + values.keySet());
            }
            vectors.add(vector(column, values.get(column), allocator));
        }
        VectorSchemaRoot root = new VectorSchemaRoot(vectors);
        root.setRowCount(rows);
        return new OneBatch(root);
    }

    private static FieldVector vector(String name, Object values, BufferAllocator allocator) {
        switch (values) {
            case double[] numbers -> {
                Float8Vector vector = new Float8Vector(name, allocator);
                vector.allocateNew(numbers.length);
                for (int row = 0; row < numbers.length; row++) {
                    vector.set(row, numbers[row]);
                }
                vector.setValueCount(numbers.length);
                return vector;
            }
            case long[] integers -> {
                BigIntVector vector = new BigIntVector(name, allocator);
                vector.allocateNew(integers.length);
                for (int row = 0; row < integers.length; row++) {
                    vector.set(row, integers[row]);
                }
                vector.setValueCount(integers.length);
                return vector;
            }
            default -> throw new IllegalStateException("a column is neither numbers nor integers");
        }
    }

    @Override
    public void close() {
        parts.clear();
    }

    /** A part is one batch. */
    private static final class OneBatch implements Batches {
        private final VectorSchemaRoot root;
        private boolean given;

        OneBatch(VectorSchemaRoot root) {
            this.root = root;
        }

        @Override
        public boolean next() {
            boolean first = !given;
            given = true;
            return first;
        }

        @Override
        public VectorSchemaRoot root() {
            return root;
        }

        @Override
        public void close() {
            root.close();
        }
    }
}
