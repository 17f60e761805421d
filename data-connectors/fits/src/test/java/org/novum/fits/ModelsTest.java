package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.fits.FitsBuilder.Column;

/** The survey's models as a further column. */
class ModelsTest {
    @TempDir
    private Path folder;

    private String write(String name, FitsBuilder file) throws IOException {
        Files.write(folder.resolve(name), file.bytes());
        return folder.resolve(name).toString();
    }

    static FitsBuilder withModel() {
        return FitsBuilder.primary(Fixtures.sdssCards())
                .table(
                        "COADD",
                        Column.of("FLUX", "E", Fixtures.flux()),
                        Column.of("LOGLAM", "E", Fixtures.logarithms()),
                        Column.of("IVAR", "E", Fixtures.all(4)),
                        Column.of("AND_MASK", "J", Fixtures.all(0)),
                        Column.of("MODEL", "E", Fixtures.range(7, 2)));
    }

    @Test
    void thoseWhoAskGetTheModelBesideTheFlux() throws IOException {
        SpectrumTable rows = SpectrumTable.of(write("one.fits", withModel()) + "#models");
        assertThat(rows.numbers(0, "flux")).containsExactly(Fixtures.flux());
        assertThat(rows.numbers(0, "model")).containsExactly(Fixtures.range(7, 2));
        assertThat(rows.rows().getFirst().get("problem")).isNull();
    }

    @Test
    void thoseWhoDoNotAskGetTheUsualColumns() throws IOException {
        SpectrumTable rows = SpectrumTable.of(write("one.fits", withModel()));
        assertThat(rows.rows().getFirst()).doesNotContainKey("model");
    }

    @Test
    void aFileWithoutModelGivesNull() throws IOException {
        SpectrumTable rows = SpectrumTable.of(write("one.fits", Fixtures.sdss(Fixtures.sdssCards())) + "#models");
        assertThat(rows.numbers(0, "flux")).containsExactly(Fixtures.flux());
        assertThat(rows.rows().getFirst().get("model")).isNull();
    }
}
