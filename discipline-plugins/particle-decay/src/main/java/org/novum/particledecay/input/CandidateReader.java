package org.novum.particledecay.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.VarCharVector;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.Unit;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.FourVectors;
import org.novum.particledecay.pdg.ParticleTable;

/**
 * Reads the candidates of one part, in GeV.
 *
 * <p>A column without a unit is taken to be in GeV, azimuths in radians. Row numbers in messages count the header as row 1
 * and hold for a whole file read in order.
 */
public final class CandidateReader {
    private static final int HEADER_ROWS = 1;

    private final DataHandle data;
    private final List<Integer> identities;

    /**
     * @param data rows to read
     * @param identities the study's PDG ids of the daughters, for layouts that do not write them; a charge column decides
     *     between a particle and its antiparticle
     */
    public CandidateReader(DataHandle data, List<Integer> identities) {
        this.data = data;
        this.identities = List.copyOf(identities);
    }

    /**
     * Reads a part.
     *
     * @throws DataException naming file, row and column of the first value that cannot be
     */
    public Candidates read(String partName) {
        DataPart part = data.card().part(partName);
        Layout layout = Layout.of(part);
        requireIdentities(part, layout);
        Columns columns = new Columns(part, layout);
        try (Batches batches = data.read(partName, layout.columns())) {
            while (batches.next()) {
                columns.append(batches);
            }
        }
        return columns.candidates();
    }

    private void requireIdentities(DataPart part, Layout layout) {
        boolean written = layout.identity() == Layout.Identity.PID || layout.identity() == Layout.Identity.UPPER_CASE_PID;
        if (!written && identities.size() != layout.daughters()) {
            throw new DataException(
                    part.uri(),
                    "its " + layout.daughters() + " daughters carry no PDG ids",
                    "say in the study what they are, for instance options.daughters: [13, -13]");
        }
    }

    /** Growing columns of one part. */
    private final class Columns {
        private final DataPart part;
        private final Layout layout;
        private final double[][][] momenta;
        private final int[][] pids;
        private final double[] factors;
        private long[] events = new long[0];
        private int rows;

        Columns(DataPart part, Layout layout) {
            this.part = part;
            this.layout = layout;
            int components = layout.momenta().columns(1).size();
            this.momenta = new double[layout.daughters()][components][0];
            this.pids = new int[layout.daughters()][0];
            this.factors = new double[components];
            for (int component = 0; component < components; component++) {
                factors[component] = factor(layout.momenta().columns(1).get(component));
            }
        }

        private double factor(String column) {
            Unit unit = part.column(column).map(ColumnCard::unit).orElse(Unit.ONE);
            if (unit.dimension().equals(Unit.ONE.dimension())) {
                return 1;
            }
            return unit.factorTo(column.startsWith("phi") ? Unit.of("rad") : Unit.GEV);
        }

        void append(Batches batches) {
            int added = batches.root().getRowCount();
            int from = rows;
            grow(rows + added);
            for (int daughter = 1; daughter <= layout.daughters(); daughter++) {
                List<String> names = layout.momenta().columns(daughter);
                for (int component = 0; component < names.size(); component++) {
                    copy(batches, names.get(component), momenta[daughter - 1][component], factors[component]);
                }
                identify(batches, daughter, from);
            }
            key(batches, from);
            rows = from + added;
            check(from);
        }

        private void grow(int size) {
            if (size > events.length) {
                int capacity = Math.max(size, (int) Math.min(part.rows(), Integer.MAX_VALUE - 8L));
                events = Arrays.copyOf(events, capacity);
                for (int daughter = 0; daughter < pids.length; daughter++) {
                    pids[daughter] = Arrays.copyOf(pids[daughter], capacity);
                    for (int component = 0; component < momenta[daughter].length; component++) {
                        momenta[daughter][component] = Arrays.copyOf(momenta[daughter][component], capacity);
                    }
                }
            }
        }

        private void copy(Batches batches, String column, double[] target, double factor) {
            FieldVector vector = batches.root().getVector(column);
            for (int i = 0; i < vector.getValueCount(); i++) {
                target[rows + i] = factor * number(vector, i, column);
            }
        }

        private double number(FieldVector vector, int i, String column) {
            return switch (vector) {
                case Float8Vector numbers -> numbers.get(i);
                case BigIntVector integers -> integers.get(i);
                default -> throw new DataException(
                        part.uri() + ", column " + column, "its values are not numbers", "correct the file or map another column");
            };
        }

        private void identify(Batches batches, int daughter, int from) {
            int[] target = pids[daughter - 1];
            int added = batches.root().getRowCount();
            if (layout.identityColumn(daughter).isEmpty()) {
                Arrays.fill(target, from, from + added, identities.get(daughter - 1));
                return;
            }
            String column = layout.identityColumn(daughter).get();
            FieldVector vector = batches.root().getVector(column);
            for (int i = 0; i < added; i++) {
                int written = (int) number(vector, i, column);
                target[from + i] = layout.identity() == Layout.Identity.CHARGE
                        ? charged(written, daughter, from + i)
                        : known(written, column, from + i);
            }
        }

        /** The study's particle or its antiparticle, whichever has the charge. */
        private int charged(int charge, int daughter, int row) {
            int identity = identities.get(daughter - 1);
            int own = ParticleTable.standard().particle(identity).charge();
            if (Math.abs(charge) != Math.abs(own)) {
                throw bad(row, "Q" + daughter, "charge " + charge + " is not that of particle " + identity + " or its antiparticle");
            }
            return charge == own ? identity : -identity;
        }

        private int known(int identity, String column, int row) {
            if (ParticleTable.standard().find(identity).isEmpty()) {
                throw bad(row, column, "no particle has the PDG id " + identity);
            }
            return identity;
        }

        private void key(Batches batches, int from) {
            int added = batches.root().getRowCount();
            for (int i = 0; i < added; i++) {
                long key = layout.eventKey().isEmpty() ? from + i : 0;
                for (String column : layout.eventKey()) {
                    long word = switch (batches.root().getVector(column)) {
                        case BigIntVector integers -> integers.get(i);
                        case Float8Vector numbers -> Double.doubleToLongBits(numbers.get(i));
                        case VarCharVector texts -> texts.getObject(i).toString().hashCode();
                        default -> throw bad(from + i, column, "an event key is a number or a text");
                    };
                    key = layout.eventKey().size() == 1 ? word : mix(key ^ word);
                }
                events[from + i] = key;
            }
        }

        private void check(int from) {
            boolean cartesian = layout.momenta() == Layout.Momenta.CARTESIAN;
            for (int row = from; row < rows; row++) {
                for (int daughter = 0; daughter < layout.daughters(); daughter++) {
                    double first = momenta[daughter][0][row];
                    String column = layout.momenta().columns(daughter + 1).getFirst();
                    if (!(first >= 0) || first == Double.POSITIVE_INFINITY) {
                        throw bad(row, column, (cartesian ? "energy " : "transverse momentum ") + first + " GeV cannot be");
                    }
                }
            }
        }

        private DataException bad(int row, String column, String problem) {
            return new DataException(
                    part.uri() + ", row " + (row + 1 + HEADER_ROWS) + ", column " + column,
                    problem,
                    "correct the file, or choose other rows with data.select");
        }

        Candidates candidates() {
            List<FourVectors> vectors = new ArrayList<>();
            int[][] identities = new int[pids.length][];
            for (int daughter = 0; daughter < pids.length; daughter++) {
                identities[daughter] = Arrays.copyOf(pids[daughter], rows);
                vectors.add(vectors(daughter));
            }
            return new Candidates(part.name(), Arrays.copyOf(events, rows), identities, vectors);
        }

        private FourVectors vectors(int daughter) {
            double[][] columns = momenta[daughter];
            double[] first = Arrays.copyOf(columns[0], rows);
            double[] second = Arrays.copyOf(columns[1], rows);
            double[] third = Arrays.copyOf(columns[2], rows);
            if (layout.momenta() == Layout.Momenta.CARTESIAN) {
                return new FourVectors(first, second, third, Arrays.copyOf(columns[3], rows));
            }
            // Antiparticles share the rest mass, so one mass serves the column.
            double mass = rows == 0 ? 0 : ParticleTable.standard().mass(pids[daughter][0]);
            return FourVectors.fromTransverse(first, second, third, mass);
        }
    }

    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
