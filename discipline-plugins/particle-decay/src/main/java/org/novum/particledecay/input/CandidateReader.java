package org.novum.particledecay.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;
import org.apache.arrow.vector.IntVector;
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
    /** In GeV, well above the most energetic cosmic rays (3·10¹¹ GeV). */
    private static final double LARGEST_ENERGY = 1e13;

    private static final int HEADER_ROWS = 1;
    /** Longest array that every JVM allocates. */
    private static final long MOST_ROWS = Integer.MAX_VALUE - 8L;

    /** Energy and momentum are written with few digits: they may disagree by this fraction. */
    private static final double ROUNDING = 0.01;

    private static final double LARGEST_AZIMUTH = 6.3;

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
        DataPart part = part(partName);
        if (part.rows() > MOST_ROWS) {
            throw new DataException(
                    part.uri(),
                    String.format(Locale.ROOT, "it declares %,d rows, more than the %,d of one channel", part.rows(), MOST_ROWS),
                    "get the file again if that is wrong, or split it");
        }
        Columns columns = columns(part);
        try (Batches batches = data.read(partName, columns.layout.columns())) {
            while (batches.next()) {
                columns.append(batches);
            }
        }
        Candidates candidates = columns.candidates();
        UnitCheck.requireRestMasses(candidates, part, columns.layout);
        return candidates;
    }

    /**
     * Reads a part piece by piece, as its batches come, so that memory does not grow with the part. Energies and masses are
     * compared in the first piece.
     *
     * @param sink takes the pieces in the order of the rows
     * @throws DataException naming file, row and column of the first value that cannot be
     */
    public void readPieces(String partName, Consumer<Candidates> sink) {
        DataPart part = part(partName);
        Columns columns = columns(part);
        try (Batches batches = data.read(partName, columns.layout.columns())) {
            while (batches.next()) {
                columns.append(batches);
                Candidates piece = columns.candidates();
                if (columns.before == 0) {
                    UnitCheck.requireRestMasses(piece, part, columns.layout);
                }
                sink.accept(piece);
                columns.forget();
            }
        }
    }

    private DataPart part(String partName) {
        return data.card().part(partName);
    }

    private Columns columns(DataPart part) {
        Layout layout = Layout.of(part);
        requireIdentities(part, layout);
        return new Columns(part, layout);
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

        /** Rows that were read and forgotten. */
        private long before;

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

        /** Begins anew with the rows that come next. */
        void forget() {
            before += rows;
            rows = 0;
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
                // What the file declares is not believed beyond twice of what has come.
                int capacity = (int) Math.max(size, Math.min(part.rows(), 2L * size));
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
                double value = number(vector, i, column);
                if (!Double.isFinite(value)) {
                    throw bad(rows + i, column, "the value " + value + " is not a finite number");
                }
                target[rows + i] = factor * value;
            }
        }

        private double number(FieldVector vector, int i, String column) {
            if (vector.isNull(i)) {
                throw bad(rows + i, column, "there is no value");
            }
            return switch (vector) {
                case Float8Vector numbers -> numbers.get(i);
                case BigIntVector integers -> integers.get(i);
                case IntVector integers -> integers.get(i);
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
                double value = number(vector, i, column);
                int written = (int) value;
                if (written != value) {
                    throw bad(from + i, column, value + " is not a whole number");
                }
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
            for (int i = 0; i < batches.root().getRowCount(); i++) {
                events[from + i] = layout.eventKey().isEmpty() ? before + from + i : event(batches, i);
            }
        }

        private long event(Batches batches, int i) {
            EventKey key = new EventKey();
            for (String column : layout.eventKey()) {
                FieldVector vector = batches.root().getVector(column);
                if (vector.isNull(i)) {
                    throw bad(rows + i, column, "there is no event number");
                }
                key.with(vector, i);
            }
            return key.value();
        }

        private void check(int from) {
            for (int row = from; row < rows; row++) {
                for (int daughter = 0; daughter < layout.daughters(); daughter++) {
                    switch (layout.momenta()) {
                        case CARTESIAN -> checkEnergy(row, daughter);
                        case TRANSVERSE -> checkTransverse(row, daughter);
                    }
                }
            }
        }

        private void checkEnergy(int row, int daughter) {
            double[][] own = momenta[daughter];
            String column = layout.momenta().columns(daughter + 1).getFirst();
            double energy = own[0][row];
            if (!(energy >= 0) || energy > LARGEST_ENERGY) {
                throw bad(row, column, "energy " + energy + " GeV cannot be");
            }
            double momentum = Math.sqrt(own[1][row] * own[1][row] + own[2][row] * own[2][row] + own[3][row] * own[3][row]);
            if (energy < (1 - ROUNDING) * momentum) {
                throw bad(row, column, "energy " + energy + " GeV is below the momentum, " + momentum + " GeV");
            }
        }

        private void checkTransverse(int row, int daughter) {
            List<String> names = layout.momenta().columns(daughter + 1);
            double transverse = momenta[daughter][0][row];
            if (!(transverse >= 0)) {
                throw bad(row, names.getFirst(), "transverse momentum " + transverse + " GeV cannot be");
            }
            double azimuth = momenta[daughter][2][row];
            if (Math.abs(azimuth) > LARGEST_AZIMUTH) {
                throw bad(row, names.get(2), "azimuth " + azimuth + " rad is more than a full turn; degrees are data.units: deg");
            }
        }

        private DataException bad(int row, String column, String problem) {
            return new DataException(
                    part.uri() + ", row " + (before + row + 1 + HEADER_ROWS) + ", column " + column,
                    problem,
                    "correct the file or its unit in data.units, or choose other rows with data.select");
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
            FourVectors massless = FourVectors.fromTransverse(first, second, third, 0);
            double[] energy = new double[rows];
            for (int row = 0; row < rows; row++) {
                double mass = ParticleTable.standard().mass(pids[daughter][row]);
                energy[row] = Math.sqrt(Math.fma(mass, mass, massless.momentumSquared(row)));
            }
            return new FourVectors(energy, massless.px(), massless.py(), massless.pz());
        }
    }
}
