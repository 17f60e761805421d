package org.novum.root;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Every ROOT file of the mirror, value by value against jsroot 7.11.2, whose digests are in {@code src/test/oracle}. */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path FILES = Path.of(System.getenv().getOrDefault("NOVUM_MIRROR", ""), "particle", "root");
    private static final Path ORACLE = Path.of("src", "test", "oracle", "digests.tsv");

    /** One column as the oracle has it. */
    private record Known(String rows, String sha256) {}

    @Test
    void everyColumnOfEveryFileIsWhatTheOracleReads() throws IOException {
        Map<String, Map<String, Known>> oracle = oracle();
        assertThat(files()).isNotEmpty().containsExactlyElementsOf(oracle.keySet());
        SoftAssertions soft = new SoftAssertions();
        oracle.forEach((file, columns) -> {
            try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + FILES.resolve(file)))) {
                DataPart part = dataset.card().parts().getFirst();
                Map<String, String> digests = Digests.of(dataset, part);
                columns.forEach((column, known) -> {
                    soft.assertThat(digests.get(column)).as(file + " " + column).isEqualTo(known.sha256);
                    soft.assertThat(String.valueOf(part.rows())).as(file).isEqualTo(known.rows);
                });
                soft.assertThat(digests).as("columns of " + file).hasSizeGreaterThanOrEqualTo(columns.size());
            }
        });
        soft.assertAll();
    }

    @Test
    void typesAreTheNarrowestThatHoldTheValues() {
        try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + FILES + "/nano*.root"))) {
            DataPart part = dataset.card().parts().getFirst();
            assertThat(part.rows()).isEqualTo(200);
            assertThat(part.columns()).hasSize(947);
            assertThat(type(part, "run")).isEqualTo(ColumnType.INT64); // unsigned, 32 bits
            assertThat(type(part, "HTXS_stage_0")).isEqualTo(ColumnType.INT32);
            assertThat(type(part, "Electron_pt")).isEqualTo(ColumnType.FLOAT64_LIST);
            assertThat(type(part, "Electron_seedGain")).isEqualTo(ColumnType.INT32_LIST); // unsigned, 8 bits
            assertThat(type(part, "FatJet_jetId")).isEqualTo(ColumnType.INT32_LIST);
        }
    }

    /** The projection nMuon, which the oracle does not read, is as long as the lists that it counts. */
    @Test
    void projectionOfAnNtupleCountsItsLists() {
        try (Dataset dataset = new RootConnector().open(DataSource.of("file:" + FILES + "/*rntuple*.root#Events"))) {
            DataPart part = dataset.card().parts().getFirst();
            Map<String, List<Object>> rows = Rows.of(dataset, part.name(), List.of("nMuon", "Muon_pt"));
            assertThat(rows.get("nMuon"))
                    .hasSize(1000)
                    .isEqualTo(rows.get("Muon_pt").stream()
                            .<Object>map(list -> (long) ((List<?>) list).size())
                            .toList());
        }
    }

    /** The same events as plain numbers and as objects of ROOT's classes; the oracle reads only some of the objects. */
    @Test
    void objectsHoldWhatPlainBranchesHold() {
        Map<String, String> pairs = new LinkedHashMap<>();
        pairs.put("MET.fX", "MET_px");
        pairs.put("MET.fY", "MET_py");
        Map<String, String> vectors = Map.of(
                "MC_bquarkhadronic", "MChadronicBottom",
                "MC_bquarkleptonic", "MCleptonicBottom",
                "MC_wdecayb", "MChadronicWDecayQuark",
                "MC_wdecaybbar", "MChadronicWDecayQuarkBar",
                "MC_lepton", "MClepton",
                "MC_neutrino", "MCneutrino");
        vectors.forEach((object, plain) -> {
            for (String axis : List.of("X", "Y", "Z")) {
                pairs.put(object + ".f" + axis, plain + "_p" + axis.toLowerCase(java.util.Locale.ROOT));
            }
        });
        pairs.put("jetp4.fP.fX", "Jet_Px");
        pairs.put("muonp4.fE", "Muon_E");
        pairs.put("photonp4.fP.fZ", "Photon_Pz");
        pairs.put("electronq", "Electron_Charge");
        pairs.put("jetid", "Jet_ID");
        try (Dataset objects = new RootConnector().open(DataSource.of("file:" + FILES + "/uproot-HZZ-objects.root"));
                Dataset plain = new RootConnector().open(DataSource.of("file:" + FILES + "/uproot-HZZ.root#events"))) {
            Map<String, List<Object>> first = Rows.of(objects, "uproot-HZZ-objects", List.copyOf(pairs.keySet()));
            Map<String, List<Object>> second = Rows.of(plain, "uproot-HZZ", List.copyOf(pairs.values()));
            pairs.forEach((object, name) ->
                    assertThat(first.get(object)).as(object).hasSize(2421).isEqualTo(second.get(name)));
        }
    }

    private static ColumnType type(DataPart part, String column) {
        return part.column(column).map(ColumnCard::type).orElseThrow(() -> new AssertionError(column));
    }

    private static List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> String.valueOf(file.getFileName())).filter(name -> name.endsWith(".root")).sorted().toList();
        }
    }

    private static Map<String, Map<String, Known>> oracle() throws IOException {
        Map<String, Map<String, Known>> oracle = new TreeMap<>();
        for (String line : Files.readAllLines(ORACLE)) {
            String[] fields = line.split("\t");
            oracle.computeIfAbsent(fields[0], _ -> new LinkedHashMap<>()).put(fields[2], new Known(fields[3], fields[4]));
        }
        return oracle;
    }
}
