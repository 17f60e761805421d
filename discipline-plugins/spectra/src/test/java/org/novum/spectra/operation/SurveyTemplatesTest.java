package org.novum.spectra.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.api.discipline.OperationResult;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.spectra.SyntheticSky;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.spectrum.SpectraException;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.Template;
import org.novum.spectra.template.TemplateFile;

/** Templates of a survey take the place of the shipped ones of their class. */
class SurveyTemplatesTest {
    private static final Optional<List<String>> ASKED = Optional.of(List.of("memory:eigen.fits"));
    private static final double REDSHIFT = 0.2;

    /** What a survey would publish of the shipped basis: the same space, other vectors, another scale. */
    private static List<double[]> mixed(SpectralClass spectralClass) {
        double[][] vectors = shipped(spectralClass).vectors();
        List<double[]> mixed = new ArrayList<>();
        for (int k = 0; k < vectors.length; k++) {
            double[] one = new double[vectors[0].length];
            for (int j = 0; j < vectors.length; j++) {
                double factor = j == k ? 30 : 7.0 / (1 + j + 2 * k);
                for (int i = 0; i < one.length; i++) {
                    one[i] += factor * vectors[j][i];
                }
            }
            mixed.add(one);
        }
        return mixed;
    }

    private static Template shipped(SpectralClass spectralClass) {
        return TemplateFile.shipped().stream()
                .filter(one -> one.spectralClass() == spectralClass)
                .findFirst()
                .orElseThrow();
    }

    private static InMemoryTable table(String spectralClass, String kind, @Nullable Double highest, List<double[]> flux) {
        int rows = flux.size();
        double[] wavelength = IntStream.range(0, LogGrid.REST_PIXELS)
                .mapToDouble(i -> StrictMath.pow(10, LogGrid.REST_START + LogGrid.STEP * i))
                .toArray();
        return InMemoryTable.named("eigen.fits")
                .texts("name", IntStream.range(0, rows).mapToObj(row -> "vector " + row).toArray(String[]::new))
                .texts("class", Collections.nCopies(rows, spectralClass).toArray(String[]::new))
                .texts("kind", Collections.nCopies(rows, kind).toArray(String[]::new))
                .with(redshifts("z_min", highest == null ? null : 0.0, rows))
                .with(redshifts("z_max", highest, rows))
                .with(lists("wavelength", Collections.nCopies(rows, wavelength)))
                .with(lists("flux", flux));
    }

    private static InMemoryColumn redshifts(String name, @Nullable Double value, int rows) {
        return new InMemoryColumn.Values(
                name, ColumnType.FLOAT64, Unit.ONE, new ArrayList<Object>(Collections.nCopies(rows, (Object) value)));
    }

    private static InMemoryColumn lists(String name, List<double[]> rows) {
        return new InMemoryColumn.Values(
                name,
                ColumnType.FLOAT64_LIST,
                Unit.ONE,
                new ArrayList<Object>(rows.stream()
                        .map(row -> Arrays.stream(row).boxed().toList())
                        .toList()));
    }

    private static TemplateChoice choice(InMemoryTable templates) {
        try (BufferAllocator allocator = new RootAllocator()) {
            return TemplateChoice.of(
                    ASKED, InMemoryDataHandle.onAll(InMemoryDataset.of("data", templates), allocator));
        }
    }

    private static List<List<Object>> redshifts(Optional<List<String>> asked, InMemoryTable... templates) {
        List<RawSpectrum> sky = List.of(SyntheticSky.galaxy("galaxy.fits", REDSHIFT, 1));
        List<InMemoryTable> tables = new ArrayList<>(List.of(templates));
        tables.add(SyntheticSky.table("spectra", sky));
        try (TestStepContext context = new TestStepContext(1)) {
            OperationResult result = new RedshiftOperation()
                    .run(
                            new RedshiftOperation.Input(asked, Optional.empty(), Optional.empty()),
                            InMemoryDataHandle.onAll(
                                    InMemoryDataset.of("data", tables.toArray(InMemoryTable[]::new)), context.allocator()),
                            context);
            return ((OperationResult.Table) result).rows();
        }
    }

    @Test
    void vectorsOfTheSameSpaceGiveTheSameAnswer() {
        List<Object> usual = redshifts(Optional.empty()).getFirst();
        List<List<Object>> rows = redshifts(ASKED, table("GALAXY", "VECTOR", null, mixed(SpectralClass.GALAXY)));
        assertThat(rows).hasSize(1);
        assertThat(rows.getFirst().get(1)).isEqualTo("GALAXY").isEqualTo(usual.get(1));
        assertThat((double) rows.getFirst().get(3)).isCloseTo(REDSHIFT, within(1e-4));
    }

    /** The mean of the coefficients is the class's usual spectrum, and their covariance that of the shipped ones at least. */
    @Test
    void whatIsUsualComesFromTheShippedTemplates() {
        Template known = shipped(SpectralClass.GALAXY);
        Template template = choice(table("GALAXY", "VECTOR", null, mixed(SpectralClass.GALAXY))).templates().getFirst();
        assertThat(template.vectors().length).isEqualTo(known.vectors().length);
        assertThat(template.mean()[0]).isCloseTo(1, within(1e-6));
        for (int k = 1; k < template.mean().length; k++) {
            assertThat(template.mean()[k]).isCloseTo(0, within(1e-6));
            assertThat(template.covariance()[k][k]).isPositive();
        }
        int pixel = (int) LogGrid.restPosition(5500);
        double usual = 0;
        for (int j = 0; j < known.vectors().length; j++) {
            usual += known.mean()[j] * known.vectors()[j][pixel];
        }
        assertThat(template.vectors()[0][pixel]).isCloseTo(usual, within(1e-5 * Math.abs(usual)));
    }

    @Test
    void otherClassesKeepTheirs() {
        assertThat(choice(table("QSO", "VECTOR", null, mixed(SpectralClass.QSO))).templates())
                .extracting(Template::spectralClass)
                .containsExactlyInAnyOrder(SpectralClass.QSO, SpectralClass.GALAXY, SpectralClass.STAR);
    }

    @Test
    void redshiftsOfTheFileLimitTheSearch() {
        InMemoryTable low = table("GALAXY", "VECTOR", 0.1, mixed(SpectralClass.GALAXY));
        Template template = choice(low).templates().getFirst();
        assertThat(template.shifts().first()).isZero();
        assertThat(template.shifts().last()).isEqualTo((int) Math.ceil(LogGrid.shift(0.1)));
        List<Object> row = redshifts(ASKED, low).getFirst();
        boolean found = "GALAXY".equals(row.get(1)) && Math.abs((double) row.get(3) - REDSHIFT) < 0.003;
        assertThat(found).isFalse();
    }

    @Test
    void spectraOfStarsBecomeABasis() {
        double[][] vectors = shipped(SpectralClass.STAR).vectors();
        List<double[]> stars = new ArrayList<>();
        for (int star = 0; star < 20; star++) {
            double[] one = vectors[0].clone();
            for (int i = 0; i < one.length; i++) {
                one[i] += 0.05 * (star - 10) * vectors[1][i] + 0.03 * (star % 5 - 2) * vectors[2][i];
            }
            stars.add(one);
        }
        Template template = choice(table("STAR", "SPECTRUM", null, stars)).templates().getFirst();
        assertThat(template.spectralClass()).isEqualTo(SpectralClass.STAR);
        assertThat(template.vectors()).hasDimensions(SpectralClass.STAR.vectors(), LogGrid.REST_PIXELS);
    }

    @Test
    void whatIsNoTemplateIsRefused() {
        assertThatThrownBy(() -> choice(table("STAR_CV", "VECTOR", null, mixed(SpectralClass.STAR))))
                .isInstanceOf(SpectraException.class)
                .hasMessageContaining("STAR_CV");
        assertThatThrownBy(() -> redshifts(ASKED))
                .isInstanceOf(SpectraException.class)
                .hasMessageContaining("memory:eigen.fits: these are no templates");
        InMemoryTable good = table("GALAXY", "VECTOR", null, mixed(SpectralClass.GALAXY));
        assertThatThrownBy(() -> redshifts(Optional.of(List.of("memory:eigen.fits", "dataset:spectrum")), good))
                .isInstanceOf(SpectraException.class)
                .hasMessageContaining("dataset:spectrum: these are no templates");
        assertThatThrownBy(() -> redshifts(Optional.of(List.of("dataset:eigen*")), good))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without *");
        assertThatThrownBy(() -> redshifts(Optional.of(List.of("a.json", "b.json"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 files");
    }
}
