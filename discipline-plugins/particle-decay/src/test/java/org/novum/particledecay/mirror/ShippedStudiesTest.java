package org.novum.particledecay.mirror;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.particledecay.testing.Laboratory;
import org.novum.report.LedgerRow;
import org.novum.runtime.replay.BundleVerifier;
import org.novum.runtime.replay.ReplayReport;

/**
 * Runs every shipped study on real collisions through the whole loop: what must be found is found, nothing that must not be
 * claimed is claimed, and every bundle verifies and replays.
 */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ShippedStudiesTest {
    private final Map<String, Laboratory.Run> runs = new HashMap<>();
    private final Laboratory laboratory;

    ShippedStudiesTest(@TempDir Path folder) {
        laboratory = new Laboratory(folder);
    }

    @AfterAll
    void close() {
        laboratory.close();
    }

    private Laboratory.Run run(String study) {
        return runs.computeIfAbsent(study, name -> laboratory.run(Laboratory.shipped(name), name));
    }

    static List<KnownTruth> truths() {
        return KnownTruth.all().toList();
    }

    static List<String> studies() {
        return KnownTruth.studies();
    }

    @ParameterizedTest
    @MethodSource("truths")
    void findsWhatMustBeFound(KnownTruth truth) {
        JsonNode finding = run(truth.study()).accepted().stream()
                .filter(candidate -> candidate.path("id").asText().endsWith("state-" + truth.state()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(truth.known() + " was not found in " + truth.study()));
        assertThat(finding.path("verdict").asText()).isEqualTo("discovery");
        assertThat(finding.path("known").asText()).isEqualTo(truth.known());
        assertThat(finding.path("mode").path("parent").asText()).isEqualTo(truth.known());
        assertThat(finding.path("mode").path("listed").asBoolean()).as("the decay is listed").isTrue();
        assertThat(finding.path("significance").path("global").asDouble()).isGreaterThanOrEqualTo(5);
        JsonNode mass = finding.path("quantities").path("mass");
        assertThat(mass.path("unit").asText()).isEqualTo("MeV");
        double error = mass.path("error").asDouble();
        double scale = truth.massScale() * truth.tabulated();
        assertThat(mass.path("value").asDouble())
                .as("against the table, with the mass scale")
                .isCloseTo(truth.tabulated(), within(2 * Math.hypot(error, scale)));
        if (truth.tailed() == KnownTruth.Tail.NONE) {
            assertThat(mass.path("value").asDouble())
                    .as("against the reference on the same candidates")
                    .isCloseTo(truth.mass(), within(2 * Math.hypot(truth.massError(), error)));
        }
        assertThat(finding.path("quantities").path("massScaleSystematic").path("value").asDouble())
                .isCloseTo(scale, within(0.03 * scale));
        requireYield(truth, finding);
    }

    private static void requireYield(KnownTruth truth, JsonNode finding) {
        JsonNode yield = finding.path("yield");
        double allowed = 3 * Math.hypot(truth.yieldError(), yield.path("error").asDouble());
        assertThat(yield.path("value").asDouble()).isGreaterThan(truth.yield() - allowed);
        switch (truth.tailed()) {
            case NONE -> assertThat(yield.path("value").asDouble()).isLessThan(truth.yield() + allowed);
            case LEFT_TO_BACKGROUND ->
                // All rows of the file, of either charge, are an upper bound that the report states too.
                assertThat(yield.path("value").asDouble()).isLessThan(1.15 * truth.yield() + allowed);
        }
    }

    /** No spurious peak at 83 to 84 GeV, no rho beside the omega, no second narrow state, nothing at the edges. */
    @ParameterizedTest
    @MethodSource("studies")
    void claimsNothingElse(String study) {
        List<String> expected = KnownTruth.all()
                .filter(truth -> truth.study().equals(study))
                .map(KnownTruth::known)
                .toList();
        assertThat(run(study).accepted().stream().filter(finding -> !isHiggsEvidence(finding)))
                .extracting(finding -> finding.path("known").asText())
                .containsExactlyElementsOf(expected);
    }

    /** The Higgs may be evidence in four leptons alone, never a discovery. */
    private static boolean isHiggsEvidence(JsonNode finding) {
        return finding.path("channel").asText().equals("four-leptons")
                && finding.path("known").asText().equals("H")
                && finding.path("verdict").asText().equals("evidence");
    }

    @ParameterizedTest
    @CsvSource({
        "jpsi-mumu, 504, options.charge=same",
        "z-mumu, 336, options.charge=same",
        "z-ee, 4337, options.charge=same",
    })
    void claimsNothingInPairsOfTheSameCharge(String study, int candidates, String same) {
        Laboratory.Run run = laboratory.run(
                Laboratory.shipped(study), study + "-same", same, "experiment=same-" + study, "options.rounds=null");
        assertThat(run.accepted()).isEmpty();
        JsonNode finding = run.document().path("findings").path(0);
        assertThat(finding.path("candidates").asInt()).isEqualTo(candidates);
        assertThat(finding.path("id").asText()).contains("same-charge");
        assertThat(finding.path("quantities").path("yieldLimit95").path("value").asDouble()).isPositive();
    }

    /** The J/psi seen as two pions is still the J/psi, also in windows where it looks a little sharper so. */
    @ParameterizedTest
    @ValueSource(strings = {"[2.5,4]", "[2.6,3.6]", "[2.2,4.5]", "[2.5,3.8]"})
    void theJpsiStaysTheJpsiInOtherWindows(String window) {
        Laboratory.Run run = laboratory.run(
                Laboratory.shipped("jpsi-mumu"), "jpsi" + window, "experiment=jpsi-window", "options.massRange=" + window);
        assertThat(run.accepted())
                .extracting(finding -> finding.path("known").asText())
                .containsExactly("J/psi(1S)");
    }

    /** Every row comes 4.6 times, as in a file that was concatenated by mistake. */
    @Test
    void duplicatesAddNothing() throws IOException {
        Laboratory.Run once = run("z-mumu");
        Path repeated = laboratory.write("Zmumu.csv", repeated(mirror("Zmumu.csv.gz"), 4.6));
        Laboratory.Run often =
                laboratory.run(Laboratory.shipped("z-mumu"), "z-mumu-repeated", "data.uri=file:" + repeated, "experiment=repeated");
        JsonNode single = once.accepted().getFirst();
        JsonNode multiple = often.accepted().getFirst();
        assertThat(multiple.path("duplicates").asInt()).isCloseTo((int) (3.6 * 9664), within(100));
        for (String same : List.of("candidates", "yield", "significance", "quantities", "channel")) {
            assertThat(multiple.path(same)).as(same).isEqualTo(single.path(same));
        }
    }

    private static List<String> mirror(String file) throws IOException {
        Path source = Path.of(System.getenv("NOVUM_MIRROR"), "particle", file);
        try (InputStream in = new GZIPInputStream(Files.newInputStream(source))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static byte[] repeated(List<String> lines, double times) {
        List<String> rows = lines.subList(1, lines.size());
        List<String> all = new ArrayList<>(lines.subList(0, 1));
        for (double left = times; left > 0; left--) {
            all.addAll(rows.subList(0, (int) Math.round(Math.min(1, left) * rows.size())));
        }
        return (String.join("\n", all) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The first round asks for a symmetric peak and cannot describe the Z; what it saw makes the second ask for tails. */
    @Test
    void electronsNeedASecondRound() {
        assertThat(run("z-ee").document().path("tested").asInt()).isEqualTo(2);
        List<LedgerRow> rows = laboratory.ledger("cms-dielectron-2011-z");
        assertThat(rows).extracting(LedgerRow::accepted).containsExactly(false, true);
        assertThat(rows).extracting(LedgerRow::hypothesis)
                .containsExactly("Zee_Run2011A/60-120GeV/state-1/symmetric", "Zee_Run2011A/60-120GeV/state-1");
        assertThat(rows).extracting(LedgerRow::registration).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("studies")
    void bundlesVerifyAndReplay(String study) {
        Laboratory.Run run = run(study);
        assertThat(BundleVerifier.verify(run.bundle()).firstFailure()).isEmpty();
        ReplayReport replay = laboratory.research().replay(run.bundle().folder());
        assertThat(replay.identical()).as("findings, byte for byte").isTrue();
        assertThat(replay.ok()).isTrue();
    }

    /** Pseudo-experiments are seeded by the data: another seed asks nothing new, finds the same and pays nothing. */
    @ParameterizedTest
    @CsvSource({"omega-mumu, cms-dimuon-2011-omega", "z-ee, cms-dielectron-2011-z", "four-leptons, cms-four-leptons-2011-2012"})
    void anotherSeedFindsTheSameAndSpendsNothing(String study, String experiment) {
        Laboratory.Run first = run(study);
        List<LedgerRow> before = laboratory.ledger(experiment);
        Laboratory.Run second = laboratory.run(Laboratory.shipped(study), 2, study + "-again");
        assertThat(laboratory.ledger(experiment)).isEqualTo(before);
        assertThat(withoutSeed(second)).isEqualTo(withoutSeed(first));
    }

    private static JsonNode withoutSeed(Laboratory.Run run) {
        ObjectNode document = run.document().deepCopy();
        ((ObjectNode) document.path("run")).remove(List.of("id", "seed"));
        return document;
    }
}
