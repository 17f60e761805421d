package org.novum.particledecay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.data.DataException;
import org.novum.api.data.Unit;
import org.novum.api.discipline.ResearchState;
import org.novum.particledecay.testing.Opened;
import org.novum.particledecay.testing.Pairs;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;

class ChannelSampleTest {
    private static final InMemoryTable OPPOSITE = new Pairs(13, -13, 1).background(60, 2, 4).charged("muons");
    /** Every third pair has charges alike: the second muon of a row takes the charge of the first. */
    private static final InMemoryTable MIXED = OPPOSITE.wholes(
            "Q2", Unit.ONE, IntStream.range(0, 60).mapToLong(row -> row % 3 == 0 ? -1 : 1).toArray());

    private static ChannelSample sample(String yaml, InMemoryTable... tables) {
        SearchOptions options = SearchOptionsTest.options(yaml);
        return Opened.tables(
                data -> ChannelSample.read(data, claim(options, tables), options), tables);
    }

    private static StateClaim claim(SearchOptions options, InMemoryTable... tables) {
        return StateClaim.of(new DecaySpace(options, InMemoryDataset.of("memory", tables).card())
                .propose(ResearchState.EMPTY)
                .getFirst());
    }

    @Test
    void chargesAreChosen() {
        assertThat(sample("{daughters: [13, -13]}", MIXED).read()).isEqualTo(40);
        assertThat(sample("{daughters: [13, -13], charge: same}", MIXED).read()).isEqualTo(20);
        assertThat(sample("{daughters: [13, -13], charge: any}", MIXED).read()).isEqualTo(60);
        assertThat(sample("{daughters: [13, -13], charge: same}", MIXED).finalState()).containsExactly(13, 13);
    }

    @Test
    void duplicatesOfAnEventAreDropped() {
        InMemoryTable twice = OPPOSITE.wholes("event", Unit.ONE, IntStream.range(0, 60).mapToLong(row -> row / 2).toArray());
        ChannelSample sample = sample("{daughters: [13, -13]}", twice);
        assertThat(sample.candidates().size()).isEqualTo(30);
        assertThat(sample.duplicates()).isEqualTo(30);
    }

    /** Copies under other event numbers are copies all the same. */
    @Test
    void duplicatesOfMomentaAreDropped() {
        InMemoryTable copied = OPPOSITE.rows(IntStream.range(0, 276).map(row -> row % 60).toArray())
                .wholes("event", Unit.ONE, IntStream.range(0, 276).asLongStream().toArray());
        ChannelSample sample = sample("{daughters: [13, -13]}", copied);
        assertThat(sample.candidates().size()).isEqualTo(60);
        assertThat(sample.duplicates()).isEqualTo(216);
    }

    @Test
    void partsAreCombined() {
        InMemoryTable more = new Pairs(13, -13, 2).background(25, 2, 4).charged("more")
                .wholes("event", Unit.ONE, IntStream.range(0, 25).mapToLong(row -> 1000 + row).toArray());
        ChannelSample sample = sample("{daughters: [13, -13], combine: both}", OPPOSITE, more);
        assertThat(sample.channel()).isEqualTo("both");
        assertThat(sample.candidates().size()).isEqualTo(85);
        // The same event in two files is one event.
        InMemoryTable overlapping = new Pairs(13, -13, 2).background(25, 2, 4).charged("more");
        assertThat(sample("{daughters: [13, -13], combine: both}", OPPOSITE, overlapping).candidates().size()).isEqualTo(60);
    }

    @Test
    void otherFinalStatesAreLeftOut() {
        InMemoryTable mixed = new Pairs(211, -321, 3).background(50, 1, 2).general("kaons")
                .wholes("pid1", Unit.ONE, IntStream.range(0, 50).mapToLong(row -> row < 5 ? 2212 : row < 20 ? -211 : 211).toArray())
                .wholes("pid2", Unit.ONE, IntStream.range(0, 50).mapToLong(row -> row >= 5 && row < 20 ? 321 : -321).toArray());
        ChannelSample sample = sample("{}", mixed);
        assertThat(sample.finalState()).containsExactlyInAnyOrder(211, -321);
        assertThat(sample.candidates().size()).as("with their antiparticles, without protons").isEqualTo(45);
    }

    @Test
    void forbiddenFinalStatesAreNamed() {
        SearchOptions options = SearchOptionsTest.options("{}");
        InMemoryTable exotic = new Pairs(211, 211, 3).background(50, 1, 2).general("pions");
        assertThat(sample("{}", exotic).forbidden(options)).isEqualTo(Optional.empty());
        assertThat(sample("{}", exotic).read()).as("pairs of charge 2 are not kept by default").isZero();
        InMemoryTable twoProtons = new Pairs(2212, 3122, 3).background(50, 3, 4).general("protons");
        assertThat(sample("{}", twoProtons).forbidden(options)).hasValueSatisfying(
                law -> assertThat(law).contains("baryon number 2"));
    }

    @Test
    void massesOutsideTheWindowHintAtTheUnit() {
        SearchOptions options = SearchOptionsTest.options("{daughters: [13, -13], massRange: [2000, 4000]}");
        Opened.in(InMemoryDataset.of("memory", OPPOSITE), (data, context) -> {
            assertThatThrownBy(() -> new CandidateCheck(options).run(data, context))
                    .isInstanceOfSatisfying(
                            DataException.class, wrong -> assertThat(wrong.exitCode()).isEqualTo(ExitCode.DATA))
                    .hasMessageContaining("muons")
                    .hasMessageContaining("none of its 60 candidates")
                    .hasMessageContaining("check the unit");
            return 0;
        });
    }

    /** A channel without candidates in the window is no fault of a campaign as long as others have some. */
    @Test
    void oneChannelInTheWindowIsEnough() {
        SearchOptions options = SearchOptionsTest.options("{daughters: [13, -13], massRange: [5, 8]}");
        InMemoryTable heavy = new Pairs(13, -13, 2).background(25, 5, 8).charged("heavy");
        Opened.in(InMemoryDataset.of("memory", OPPOSITE, heavy), (data, context) -> {
            new CandidateCheck(options).run(data, context);
            List<String> notes = new PeakTest(options, data)
                    .run(new DecaySpace(options, data.card()).propose(ResearchState.EMPTY).stream()
                            .filter(claim -> claim.id().startsWith("muons"))
                            .toList())
                    .stream()
                    .flatMap(outcome -> Outcome.of(outcome).notes().stream())
                    .toList();
            assertThat(notes).anyMatch(note -> note.contains("fewer than"));
            return 0;
        });
    }
}
