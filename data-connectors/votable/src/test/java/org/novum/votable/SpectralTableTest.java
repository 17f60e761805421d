package org.novum.votable;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;

/** Spectra as VOTables. */
class SpectralTableTest {
    private static final String FLUX = "10**-17 erg/s/cm**2/Angstrom";

    private static final String NAMED =
            "<PARAM name=\"t\" datatype=\"char\" arraysize=\"*\" utype=\"spec:Target.Name\" value=\"M 31\"/>"
                    + "<PARAM name=\"p\" datatype=\"double\" arraysize=\"2\" utype=\"spec:Target.Pos\" value=\"10.5 41.25\"/>"
                    + "<PARAM name=\"z\" datatype=\"double\" utype=\"spec:Target.Redshift\" value=\"0.5\"/>";

    @TempDir
    private Path folder;

    @Test
    void oneThatIsNoneAmongSpectraIsARowWithItsReason() throws IOException {
        Files.writeString(folder.resolve("b.vot"), Documents.document(Documents.spectrum("nm", FLUX, NAMED)));
        Files.writeString(
                folder.resolve("a-error.vot"),
                Documents.document("<INFO name=\"QUERY_STATUS\" value=\"ERROR\">no such table</INFO>"));
        try (Dataset dataset = new VotableConnector().open(DataSource.of(folder.toString()))) {
            assertThat(Rows.of(dataset, "file")).containsExactly("a-error.vot", "b.vot");
            assertThat(String.valueOf(Rows.of(dataset, "problem").getFirst())).contains("no such table");
            assertThat(Rows.of(dataset, "problem").getLast()).isNull();
        }
    }

    @Test
    void wavelengthsFluxesErrorsAndQualityAreRead() throws IOException {
        try (Dataset dataset = open(Documents.document(Documents.spectrum("nm", FLUX, NAMED)))) {
            assertThat(dataset.card().parts()).hasSize(1);
            assertThat(dataset.card().rows()).isEqualTo(1);
            assertThat(Rows.of(dataset, "problem")).containsOnlyNulls();
            assertThat(Rows.of(dataset, "object")).containsExactly("M 31");
            assertThat(Rows.of(dataset, "ra")).containsExactly(10.5);
            assertThat(Rows.of(dataset, "dec")).containsExactly(41.25);
            assertThat(Rows.of(dataset, "wavelength")).containsExactly(List.of(4000.0, 4010.0, 4020.0, 4030.0, 4040.0));
            assertThat(Rows.of(dataset, "flux")).containsExactly(List.of(1.5, 2.5, 3.5, 4.5, 5.5));
            assertThat(Rows.of(dataset, "ivar")).containsExactly(List.of(4.0, 0.0, 4.0, 16.0, 4.0));
            assertThat(Rows.of(dataset, "mask")).containsExactly(List.of(0, 1, 4, 0, 0));
            assertThat(Rows.of(dataset, "flux_unit")).containsExactly("1e-17 erg s-1 cm-2 Angstrom-1");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "Hz;10**-17 erg/s/cm**2/Angstrom;wrong unit: the wavelength is in 'Hz'",
        "nm;Jy;wrong unit: 'Jy'",
        "nm;mag;wrong unit: 'mag'"
    })
    void wrongUnitsAreProblems(String wavelength, String flux, String problem) throws IOException {
        try (Dataset dataset = open(Documents.document(Documents.spectrum(wavelength, flux, NAMED)))) {
            assertThat(Rows.of(dataset, "problem")).hasSize(1).allSatisfy(row -> assertThat((String) row).contains(problem));
            assertThat(Rows.of(dataset, "object")).containsExactly("M 31");
        }
    }

    @Test
    void whatTheTelescopeSawIsRefused() throws IOException {
        String frame = "<PARAM name=\"f\" datatype=\"char\" arraysize=\"*\" utype=\"spec:CoordSys.SpectralFrame.RefPos\""
                + " value=\"TOPOCENTER\"/>";
        try (Dataset dataset = open(Documents.document(Documents.spectrum("nm", FLUX, frame)))) {
            assertThat(Rows.of(dataset, "problem")).allSatisfy(row -> assertThat((String) row).contains("TOPOCENTER"));
        }
    }

    @Test
    void aDocumentMayHoldSeveral() throws IOException {
        String one = Documents.spectrum("nm", FLUX, NAMED);
        try (Dataset dataset = open(Documents.document(one + one))) {
            assertThat(Rows.of(dataset, "index")).containsExactly(0, 1);
        }
    }

    @Test
    void oldDocumentsThatNameATypeNeedNoNetwork() throws IOException {
        String old = Documents.document(Documents.spectrum("nm", FLUX, NAMED))
                .replace("<VOTABLE", "<!DOCTYPE VOTABLE SYSTEM \"http://127.0.0.1:9/VOTable.dtd\">\n<VOTABLE");
        try (Dataset dataset = open(old)) {
            assertThat(Rows.of(dataset, "problem")).containsOnlyNulls();
        }
    }

    private Dataset open(String text) throws IOException {
        Path file = folder.resolve("one.vot");
        Files.writeString(file, text);
        return new VotableConnector().open(DataSource.of("file:" + file));
    }
}
