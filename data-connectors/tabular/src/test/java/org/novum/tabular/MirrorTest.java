package org.novum.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Real tables: rows, digests and sums of columns as numpy gives them (extended precision, rounded once). */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class MirrorTest {
    private static final Path PARTICLE = Path.of(String.valueOf(System.getenv("NOVUM_MIRROR")), "particle");

    @ParameterizedTest
    @CsvSource({
        "Ymumu.csv.gz, 20000, b2757444c733, Event, 5621679248949.0",
        "Ymumu.csv.gz, 20000, b2757444c733, pt1, 115204.6216",
        "Ymumu.csv.gz, 20000, b2757444c733, px1, -2635.3014",
        "Ymumu.csv.gz, 20000, b2757444c733, eta2, 9.536599999999991",
        "Zee_Run2011A.csv.gz, 18885, b232564653e7, Event, 6962368978834.0",
        "Zee_Run2011A.csv.gz, 18885, b232564653e7, pt1, 755442.9618",
        "Zee_Run2011A.csv.gz, 18885, b232564653e7, eta2, 29.442440974",
        "Zmumu.csv.gz, 10000, 7782778f8417, Event, 4019531647350.0",
        "Zmumu.csv.gz, 10000, 7782778f8417, pt1, 384032.3053",
        "Zmumu.csv.gz, 10000, 7782778f8417, eta2, 795.0048",
        "Zmumu_Run2011A_masses.csv.gz, 10851, d98a77a17049, Event, 4889106608013.0",
        "Zmumu_Run2011A_masses.csv.gz, 10851, d98a77a17049, pt1, 417123.37142",
        "Zmumu_Run2011A_masses.csv.gz, 10851, d98a77a17049, px1, -3645.85524217",
        "Zmumu_Run2011A_masses.csv.gz, 10851, d98a77a17049, M, 959256.0355",
        "Zmumu_Run2011A_masses.csv.gz, 10851, d98a77a17049, eta2, 1265.154541105",
        "cms_dimuon-Jpsi_2k_2010.csv.gz, 2000, 057e1d48a845, Event, 2006681132569.0",
        "cms_dimuon-Jpsi_2k_2010.csv.gz, 2000, 057e1d48a845, pt1, 6361.876456153",
        "cms_dimuon-Jpsi_2k_2010.csv.gz, 2000, 057e1d48a845, px1, 18.588592170000002",
        "cms_dimuon-Jpsi_2k_2010.csv.gz, 2000, 057e1d48a845, M, 5887.39196",
        "cms_dimuon-Jpsi_2k_2010.csv.gz, 2000, 057e1d48a845, eta2, 110.392815418",
        "cms_doublemu2011_samesign_null_1007.csv.gz, 1007, 00afc63c5de6, Event, 446418984580.0",
        "cms_doublemu2011_samesign_null_1007.csv.gz, 1007, 00afc63c5de6, pt1, 24133.4837",
        "cms_doublemu2011_samesign_null_1007.csv.gz, 1007, 00afc63c5de6, px1, 752.3526201",
        "cms_doublemu2011_samesign_null_1007.csv.gz, 1007, 00afc63c5de6, M, 41627.23577",
        "cms_doublemu2011_samesign_null_1007.csv.gz, 1007, 00afc63c5de6, eta2, 54.080830199",
        "cms_doublemu2011_window_omega_0.65-0.90.csv.gz, 8270, bdc7b41cd773, Event, 3987071268434.0",
        "cms_doublemu2011_window_omega_0.65-0.90.csv.gz, 8270, bdc7b41cd773, pt1, 91067.66299",
        "cms_doublemu2011_window_omega_0.65-0.90.csv.gz, 8270, bdc7b41cd773, px1, 1008.7911855100001",
        "cms_doublemu2011_window_omega_0.65-0.90.csv.gz, 8270, bdc7b41cd773, M, 6412.189179",
        "cms_doublemu2011_window_omega_0.65-0.90.csv.gz, 8270, bdc7b41cd773, eta2, -178.18285917",
        "cms_higgs4l_2e2mu_2011.csv, 13, b218244b0e15, Event, 4685225754.0",
        "cms_higgs4l_2e2mu_2011.csv, 13, b218244b0e15, pt1, 572.5258",
        "cms_higgs4l_2e2mu_2011.csv, 13, b218244b0e15, px1, 126.491",
        "cms_higgs4l_2e2mu_2011.csv, 13, b218244b0e15, M, 2245.1206",
        "cms_higgs4l_2e2mu_2011.csv, 13, b218244b0e15, eta2, -3.160695",
        "cms_higgs4l_2e2mu_2012.csv, 104, 65c0fb187623, Event, 55308451377.0",
        "cms_higgs4l_2e2mu_2012.csv, 104, 65c0fb187623, pt1, 6425.59989",
        "cms_higgs4l_2e2mu_2012.csv, 104, 65c0fb187623, px1, -939.23407",
        "cms_higgs4l_2e2mu_2012.csv, 104, 65c0fb187623, M, 24900.081",
        "cms_higgs4l_2e2mu_2012.csv, 104, 65c0fb187623, eta2, -7.11294853",
        "cms_higgs4l_4e_2011.csv, 7, 53bcf1e51582, Event, 2346171372.0",
        "cms_higgs4l_4e_2011.csv, 7, 53bcf1e51582, pt1, 391.9328",
        "cms_higgs4l_4e_2011.csv, 7, 53bcf1e51582, px1, -150.00571",
        "cms_higgs4l_4e_2011.csv, 7, 53bcf1e51582, M, 1296.4829",
        "cms_higgs4l_4e_2011.csv, 7, 53bcf1e51582, eta2, 0.556518",
        "cms_higgs4l_4e_2012.csv, 41, 7f5fee3e126a, Event, 18153222482.0",
        "cms_higgs4l_4e_2012.csv, 41, 7f5fee3e126a, pt1, 3001.4747",
        "cms_higgs4l_4e_2012.csv, 41, 7f5fee3e126a, px1, 390.30098000000004",
        "cms_higgs4l_4e_2012.csv, 41, 7f5fee3e126a, M, 8808.0555",
        "cms_higgs4l_4e_2012.csv, 41, 7f5fee3e126a, eta2, -0.9231380000000002",
        "cms_higgs4l_4mu_2011.csv, 18, b49969df770f, Event, 4275373738.0",
        "cms_higgs4l_4mu_2011.csv, 18, b49969df770f, pt1, 941.7092",
        "cms_higgs4l_4mu_2011.csv, 18, b49969df770f, px1, 115.08544",
        "cms_higgs4l_4mu_2011.csv, 18, b49969df770f, M, 3108.49",
        "cms_higgs4l_4mu_2011.csv, 18, b49969df770f, eta2, 5.239695",
        "cms_higgs4l_4mu_2012.csv, 95, 0e0fb5a9159e, Event, 52920180637.0",
        "cms_higgs4l_4mu_2012.csv, 95, 0e0fb5a9159e, pt1, 5915.4506",
        "cms_higgs4l_4mu_2012.csv, 95, 0e0fb5a9159e, px1, 404.981592",
        "cms_higgs4l_4mu_2012.csv, 95, 0e0fb5a9159e, M, 18803.1319",
        "cms_higgs4l_4mu_2012.csv, 95, 0e0fb5a9159e, eta2, -2.030527499999999",
        "pdg/particle2026.csv, 626, c115afc2d53b, ID, 201276755.0"
    })
    void readsRealTables(String file, long rows, String sha256, String column, double sum) {
        try (Dataset dataset = new TabularConnector()
                .open(DataSource.of(PARTICLE.resolve(file).toString()))) {
            DataPart part = dataset.card().parts().getFirst();
            assertThat(part.rows()).isEqualTo(rows);
            assertThat(part.sha256()).startsWith(sha256);
            BigDecimal total = Tables.column(dataset, part.name(), column).stream()
                    .map(value -> value instanceof Double number ? new BigDecimal(number) : new BigDecimal(value.toString()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(total.doubleValue()).isCloseTo(sum, within(Math.abs(sum) * 1e-14));
        }
    }

    @Test
    void opensAllTablesAtOnce() {
        try (Dataset dataset = new TabularConnector()
                .open(DataSource.of("file:" + PARTICLE + "/*.csv.gz", "file:" + PARTICLE + "/*.csv"))) {
            assertThat(dataset.card().parts()).hasSize(13);
            assertThat(dataset.card().rows()).isEqualTo(71_291);
            assertThat(dataset.card().parts()).extracting(DataPart::name).isSorted().contains("cms_higgs4l_4e_2011");
        }
    }

    @Test
    void readsWordsOfMuonTypes() {
        List<Object> types = Tables.column(PARTICLE.resolve("cms_dimuon-Jpsi_2k_2010.csv.gz"), "Type");
        assertThat(types).hasSize(2000).containsOnly("GG", "GT");
    }
}
