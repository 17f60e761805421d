package org.novum.particledecay.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.particledecay.kinematics.Candidates;
import org.novum.particledecay.kinematics.InvariantMass;
import org.novum.particledecay.testing.Opened;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;

/** Row 3 of a message is the second candidate: the header is row 1. */
class CandidateReaderTest {
    private static final List<Integer> MUONS = List.of(13, -13);

    /** Two pairs of muons: back to back with 5 GeV each, and at a right angle. */
    private static InMemoryTable cartesian() {
        return InMemoryTable.named("pairs")
                .wholes("Run", Unit.ONE, 1, 1)
                .wholes("Event", Unit.ONE, 7, 8)
                .reals("E1", Unit.GEV, 5, 3)
                .reals("px1", Unit.GEV, p(5), p(3))
                .reals("py1", Unit.GEV, 0, 0)
                .reals("pz1", Unit.GEV, 0, 0)
                .wholes("Q1", Unit.ONE, -1, 1)
                .reals("E2", Unit.GEV, 5, 4)
                .reals("px2", Unit.GEV, -p(5), 0)
                .reals("py2", Unit.GEV, 0, p(4))
                .reals("pz2", Unit.GEV, 0, 0)
                .wholes("Q2", Unit.ONE, 1, -1);
    }

    private static double p(double energy) {
        return Math.sqrt(energy * energy - 0.1056583755 * 0.1056583755);
    }

    /** The same pairs in collider coordinates. */
    private static InMemoryTable transverse() {
        return InMemoryTable.named("pairs")
                .wholes("Run", Unit.ONE, 1, 1)
                .wholes("Event", Unit.ONE, 7, 8)
                .reals("pt1", Unit.GEV, p(5), p(3))
                .reals("eta1", Unit.ONE, 0, 0)
                .reals("phi1", Unit.of("rad"), 0, 0)
                .wholes("Q1", Unit.ONE, -1, 1)
                .reals("pt2", Unit.GEV, p(5), p(4))
                .reals("eta2", Unit.ONE, 0, 0)
                .reals("phi2", Unit.of("rad"), Math.PI, Math.PI / 2)
                .wholes("Q2", Unit.ONE, 1, -1);
    }

    private static Candidates read(InMemoryTable table, List<Integer> identities) {
        return Opened.tables(data -> new CandidateReader(data, identities).read(table.name()), table);
    }

    private static void requirePairs(Candidates pairs) {
        double[] masses = InvariantMass.of(pairs);
        assertThat(masses[0]).isCloseTo(10, within(1e-9));
        assertThat(masses[1]).isCloseTo(Math.sqrt(49 - p(3) * p(3) - p(4) * p(4)), within(1e-9));
    }

    @Test
    void cartesianWithCharges() {
        Candidates pairs = read(cartesian(), MUONS);
        requirePairs(pairs);
        assertThat(pairs.pids()[0]).as("the charge decides which of the two it is").containsExactly(13, -13);
        assertThat(pairs.pids()[1]).containsExactly(-13, 13);
        assertThat(pairs.events()[0]).isNotEqualTo(pairs.events()[1]);
    }

    @Test
    void transverseWithCharges() {
        requirePairs(read(transverse(), MUONS));
    }

    @Test
    void upperCaseIdentities() {
        InMemoryTable table = cartesian().wholes("PID1", Unit.ONE, 13, -13).wholes("PID2", Unit.ONE, -13, 13);
        requirePairs(read(table, List.of()));
        assertThat(read(table, List.of()).pids()[0]).containsExactly(13, -13);
    }

    /** A column may hold electrons and muons: each row has the rest mass of its own particle. */
    @Test
    void everyRowHasTheMassOfItsParticle() {
        InMemoryTable table = transverse().wholes("pid1", Unit.ONE, 13, 11).wholes("pid2", Unit.ONE, -13, -11);
        Candidates pairs = read(table, List.of());
        double[] energies = pairs.daughters().getFirst().energy();
        assertThat(energies[0]).isCloseTo(5, within(1e-9));
        assertThat(energies[1]).isCloseTo(Math.hypot(p(3), 0.00051099895), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5})
    void generalLayout(int daughters) {
        InMemoryTable table = InMemoryTable.named("general").wholes("event", Unit.ONE, 5);
        for (int daughter = 1; daughter <= daughters; daughter++) {
            table = table.wholes("pid" + daughter, Unit.ONE, 22)
                    .reals("E" + daughter, Unit.GEV, 1)
                    .reals("px" + daughter, Unit.GEV, daughter % 2 == 0 ? 1 : -1)
                    .reals("py" + daughter, Unit.GEV, 0)
                    .reals("pz" + daughter, Unit.GEV, 0);
        }
        Candidates read = read(table, List.of());
        assertThat(read.pids()).hasNumberOfRows(daughters);
        assertThat(read.events()).containsExactly(5);
        double momentum = daughters % 2;
        assertThat(InvariantMass.of(read)[0]).isCloseTo(Math.sqrt(daughters * daughters - momentum), within(1e-12));
    }

    @Test
    void declaredUnitsAreConverted() {
        InMemoryTable table = cartesian();
        for (String column : List.of("E1", "px1", "py1", "pz1", "E2", "px2", "py2", "pz2")) {
            double[] values = new double[2];
            InMemoryColumn original = table.column(column);
            for (int row = 0; row < 2; row++) {
                values[row] = 1000 * (Double) original.value(row);
            }
            table = table.reals(column, Unit.MEV, values);
        }
        requirePairs(read(table, MUONS));
        requirePairs(read(
                transverse().reals("phi1", Unit.of("deg"), 0, 0).reals("phi2", Unit.of("deg"), 180, 90), MUONS));
    }

    @Test
    void undeclaredMegaelectronvoltsAreRecognisedByTheRestMass() {
        InMemoryTable table = cartesian();
        for (String column : List.of("E1", "px1", "py1", "pz1", "E2", "px2", "py2", "pz2")) {
            InMemoryColumn original = table.column(column);
            table = table.reals(column, Unit.ONE, 1000 * (Double) original.value(0), 1000 * (Double) original.value(1));
        }
        InMemoryTable wrong = table;
        requireRefused(() -> read(wrong, MUONS), "memory:pairs", "1000 times", "data.units");
    }

    @Test
    void energiesAndMomentaInDifferentUnitsAreRecognised() {
        InMemoryTable table = cartesian();
        for (String column : List.of("E1", "E2")) {
            InMemoryColumn original = table.column(column);
            table = table.reals(column, Unit.GEV, 1000 * (Double) original.value(0), 1000 * (Double) original.value(1));
        }
        InMemoryTable wrong = table;
        requireRefused(() -> read(wrong, MUONS), "memory:pairs", "energy of daughter 1", "data.units");
    }

    @Test
    void valuesThatCannotBe() {
        requireRefused(() -> read(cartesian().reals("E1", Unit.GEV, 5, 1e300), MUONS), "row 3", "column E1", "cannot be");
        requireRefused(() -> read(cartesian().reals("E1", Unit.GEV, 5, -3), MUONS), "row 3", "column E1", "energy -3");
        requireRefused(() -> read(cartesian().reals("px2", Unit.GEV, Double.NaN, 0), MUONS), "row 2", "column px2", "NaN");
        requireRefused(
                () -> read(cartesian().reals("pz2", Unit.GEV, 0, Double.POSITIVE_INFINITY), MUONS), "row 3", "column pz2");
        requireRefused(() -> read(cartesian().reals("E2", Unit.GEV, 5, 2), MUONS), "row 3", "column E2", "below the momentum");
        requireRefused(() -> read(transverse().reals("pt1", Unit.GEV, -1, 3), MUONS), "row 2", "column pt1");
        requireRefused(() -> read(transverse().reals("eta2", Unit.ONE, 0, Double.NaN), MUONS), "row 3", "column eta2");
        requireRefused(() -> read(transverse().reals("phi2", Unit.ONE, 180, 90), MUONS), "row 2", "column phi2", "deg");
    }

    @Test
    void identitiesThatCannotBe() {
        requireRefused(() -> read(cartesian().wholes("Q1", Unit.ONE, -1, 2), MUONS), "row 3", "column Q1", "charge 2");
        requireRefused(() -> read(cartesian().wholes("Q1", Unit.ONE, 0, 1), MUONS), "row 2", "column Q1", "charge 0");
        InMemoryTable unknown = cartesian().wholes("pid1", Unit.ONE, 13, 4711).wholes("pid2", Unit.ONE, -13, 13);
        requireRefused(() -> read(unknown, List.of()), "row 3", "column pid1", "4711");
        InMemoryTable fraction = cartesian().reals("pid1", Unit.ONE, 13, 12.5).wholes("pid2", Unit.ONE, -13, 13);
        requireRefused(() -> read(fraction, List.of()), "row 3", "column pid1", "12.5");
        requireRefused(() -> read(cartesian(), List.of()), "options.daughters");
        requireRefused(() -> read(cartesian(), List.of(13)), "options.daughters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E1", "px1", "py2", "pz2", "Q1", "Q2"})
    void aMissingColumnIsNamed(String column) {
        requireRefused(() -> read(cartesian().without(column), MUONS), column, "memory:pairs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pt1", "eta2", "phi1"})
    void aMissingTransverseColumnIsNamed(String column) {
        requireRefused(() -> read(transverse().without(column), MUONS), column, "memory:pairs");
    }

    @Test
    void aTableOfSomethingElseIsRefused() {
        InMemoryTable other = InMemoryTable.named("flares").reals("flux", Unit.ONE, 1, 2);
        requireRefused(() -> read(other, MUONS), "memory:flares", "E1", "there are flux");
        requireRefused(() -> read(transverse().without("pt2").without("eta2").without("phi2").without("Q2"), MUONS), "pt2");
    }

    @Test
    void textsAreNoNumbers() {
        requireRefused(() -> read(cartesian().texts("px1", "5", "3"), MUONS), "column px1", "not numbers");
    }

    /** A file that declares more rows than an array holds ends in one line; one that declares many allocates few. */
    @Test
    void declaredRowsAreNotBelieved() {
        InMemoryTable table = cartesian();
        DataPart honest = new DataPart("pairs", "memory:pairs", 2, "0".repeat(64), columns(table));
        requireRefused(() -> readDeclared(table, honest, 1L << 31), "2,147,483,648 rows", "memory:pairs");
        requirePairs(readDeclared(table, honest, 2_000_000_000));
    }

    private static List<ColumnCard> columns(InMemoryTable table) {
        return new ArrayList<>(table.columns().stream().map(InMemoryColumn::card).toList());
    }

    private static Candidates readDeclared(InMemoryTable table, DataPart part, long rows) {
        DataPart declared = new DataPart(part.name(), part.uri(), rows, part.sha256(), part.columns());
        return Opened.tables(
                data -> new CandidateReader(
                                new DataHandle() {
                                    @Override
                                    public DatasetCard card() {
                                        return new DatasetCard("memory", List.of(declared));
                                    }

                                    @Override
                                    public String partition() {
                                        return data.partition();
                                    }

                                    @Override
                                    public Batches read(String name, List<String> columns) {
                                        return data.read(name, columns);
                                    }
                                },
                                MUONS)
                        .read("pairs"),
                table);
    }

    @Test
    void theEventKeyNeedsAnEvent() {
        DataPart runAlone = new DataPart(
                "pairs", "memory:pairs", 2, "0".repeat(64),
                columns(cartesian().without("Event")));
        assertThat(Layout.of(runAlone).eventKey()).as("a run holds many events").isEmpty();
        assertThat(read(cartesian().without("Event"), MUONS).withoutDuplicates().size()).isEqualTo(2);
    }

    @Test
    void generatedPairsKeepTheirMass() {
        Pairs pairs = new Pairs(321, -211, 4).peak(50, 1.8648);
        double[] written = InvariantMass.of(pairs.candidates("kaons"));
        double[] back = InvariantMass.of(read(pairs.general("kaons"), List.of()));
        assertThat(back).containsExactly(written);
    }

    private static void requireRefused(ThrowingCallable reading, String... named) {
        var refused = assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        DataException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.DATA))
                .hasMessageNotContaining("\n")
                .hasMessageContaining(";");
        for (String word : named) {
            refused.hasMessageContaining(word);
        }
    }
}
