package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.fits.FitsBuilder.Column;

/** Fits of lines of a survey: files without such a table are told, and stay spectra. */
class SurveyLinesTest {
    @TempDir
    private Path folder;

    static FitsBuilder withLines() {
        return Fixtures.sdss(Fixtures.sdssCards())
                .table("", Column.of("Z", "E", 0.1))
                .table(
                        "",
                        Column.of("LINENAME", "13A", List.of("H_alpha", "[O_III] 5007")),
                        Column.of("LINEWAVE", "D", 6564.614, 5008.239),
                        Column.of("LINEZ", "E", 0.5, 0.5),
                        Column.of("LINEZ_ERR", "E", 0.25, 0.25),
                        Column.of("LINESIGMA", "E", 100, 200),
                        Column.of("LINESIGMA_ERR", "E", 1, 2),
                        Column.of("LINEAREA", "E", 12, 0),
                        Column.of("LINEAREA_ERR", "E", 3, -1),
                        Column.of("LINEEW", "E", 20, 0),
                        Column.of("LINEEW_ERR", "E", 4, -1));
    }

    /** Older files do not name their extensions: the third is the one. */
    @Test
    void linesOfAFolderAreRowsBesideItsSpectra() throws IOException {
        Files.write(folder.resolve("spec.fits"), withLines().bytes());
        Files.write(folder.resolve("none.fits"), Fixtures.sdss(Fixtures.sdssCards()).bytes());
        Files.writeString(folder.resolve("note.txt"), "no FITS");
        SpectrumTable lines = SpectrumTable.of(folder + "#lines");
        assertThat(lines.rows()).hasSize(2);
        assertThat(lines.rows().getFirst())
                .containsEntry("file", "spec.fits")
                .containsEntry("line", "H_alpha")
                .containsEntry("wave_rest", 6564.614)
                .containsEntry("sigma", 100.0)
                .containsEntry("area", 12.0)
                .containsEntry("area_err", 3.0);
        assertThat(lines.rows().get(1)).containsEntry("line", "[O_III] 5007").containsEntry("area_err", -1.0);
        try (Dataset both = new FitsConnector().open(DataSource.of(folder.toString(), folder + "#lines"))) {
            assertThat(both.card().parts()).hasSize(2);
            assertThat(both.card().part("lines").rows()).isEqualTo(2);
        }
    }

    @Test
    void filesWithoutFitsAreRefused() throws IOException {
        Path file = Files.write(folder.resolve("spec.fits"), Fixtures.sdss(Fixtures.sdssCards()).bytes());
        assertThat(new FitsConnector().accepts(file + "#lines")).isTrue();
        assertThatThrownBy(() -> new FitsConnector().open(DataSource.of(file + "#lines")))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("no file holds fits of lines");
    }
}
