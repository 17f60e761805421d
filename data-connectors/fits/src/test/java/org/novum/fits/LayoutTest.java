package org.novum.fits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.fits.FitsBuilder.Column;
import org.novum.fits.spectrum.PixelFlag;
import org.novum.fits.wavelength.AirWavelength;

/** Each layout, from files whose bytes are written here. */
class LayoutTest {
    private static final String CALIBRATED = "1e-17 erg s-1 cm-2 Angstrom-1";

    @TempDir
    private Path folder;

    @Test
    void sdssColumnsInLowerAndUpperCaseAreTheSame() throws IOException {
        SpectrumTable lower = read(Fixtures.sdss(Fixtures.sdssCards()));
        SpectrumTable upper = read(Fixtures.sdss(
                Fixtures.sdssCards(),
                Column.of("FLUX", "E", Fixtures.flux()),
                Column.of("LOGLAM", "E", Fixtures.logarithms()),
                Column.of("IVAR", "E", Fixtures.all(4)),
                Column.of("AND_MASK", "J", Fixtures.all(0)),
                Column.of("WDISP", "E", Fixtures.all(1.25))));
        assertThat(upper.rows()).isEqualTo(lower.rows());
        assertThat(lower.problem(0)).isNull();
        assertThat(lower.rows().getFirst())
                .containsEntry("object", "0266-51602-0013")
                .containsEntry("ra", 146.9341)
                .containsEntry("dec", -0.6704)
                .containsEntry("index", 0)
                .containsEntry("arm", null)
                .containsEntry("flux_unit", CALIBRATED);
        assertThat(lower.numbers(0, "flux")).containsExactly(Fixtures.flux());
        assertThat(lower.numbers(0, "ivar")).containsOnly(4.0);
        assertThat(lower.numbers(0, "mask")).containsOnly(0.0);
        double[] wavelength = lower.numbers(0, "wavelength");
        for (int i = 0; i < wavelength.length; i++) {
            assertThat(wavelength[i]).isEqualTo(StrictMath.pow(10, (36_020 + i) / 10_000.0));
        }
        // A pixel is 1e-4 of a decade: 1e-4 ln 10.
        assertThat(lower.numbers(0, "dispersion")[0])
                .isCloseTo(1.25 * 1e-4 * StrictMath.log(10) * wavelength[0], within(1e-9));
    }

    @Test
    void sdssPlaceComesFromTheTargetTableWhereTheHeaderHasNone() throws IOException {
        Map<String, Object> cards = Fixtures.sdssCards();
        cards.keySet().removeAll(List.of("PLUG_RA", "PLUG_DEC"));
        SpectrumTable table = read(Fixtures.sdss(cards)
                .table("SPECOBJ", Column.of("PLUG_RA", "D", 12.5), Column.of("PLUG_DEC", "D", -3.25)));
        assertThat(table.rows().getFirst()).containsEntry("ra", 12.5).containsEntry("dec", -3.25);
    }

    @Test
    void masksOfSdssAreMapped() throws IOException {
        double[] mask = Fixtures.all(0);
        mask[1] = 1 << 23; // BRIGHTSKY
        mask[2] = 1 << 24; // NODATA
        mask[3] = 1 << 18 | 1 << 27; // FULLREJECT, BADSKYCHI
        mask[4] = 1 << 16; // NEARBADPIXEL: nothing against the pixel itself
        SpectrumTable table = read(Fixtures.sdss(Fixtures.sdssCards(), Column.of("and_mask", "J", mask)));
        assertThat(Arrays.copyOf(table.numbers(0, "mask"), 6))
                .containsExactly(
                        0,
                        PixelFlag.BRIGHT_SKY.bit(),
                        PixelFlag.NO_DATA.bit(),
                        PixelFlag.REJECTED.bit() + PixelFlag.BAD_SKY.bit(),
                        0,
                        0);
    }

    @Test
    void lamostImageWithContinuumTakesWavelengthsFromTheHeader() throws IOException {
        SpectrumTable table =
                read(FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.all(1.01)), Fixtures.lamostCards()));
        assertThat(table.problem(0)).isNull();
        assertThat(table.rows().getFirst())
                .containsEntry("object", "B6212-55862-06-009")
                .containsEntry("ra", 99.194135)
                .containsEntry("flux_unit", "relative")
                .containsEntry("dispersion", null);
        assertThat(table.numbers(0, "wavelength")[7]).isEqualTo(StrictMath.pow(10, 3.6027));
        assertThat(table.numbers(0, "flux")).containsExactly(Fixtures.flux());
    }

    @Test
    void lamostImageWithWavelengthsInItsThirdRowUsesThem() throws IOException {
        Map<String, Object> cards = Fixtures.lamostCards();
        cards.keySet().removeAll(List.of("COEFF0", "COEFF1"));
        cards.put("OBSID", 101001);
        SpectrumTable table =
                read(FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1.5)), cards));
        assertThat(table.problem(0)).isNull();
        assertThat(table.rows().getFirst()).containsEntry("object", "101001");
        assertThat(table.numbers(0, "wavelength")).containsExactly(Fixtures.range(4000, 1.5));
    }

    @Test
    void lamostTableOfVectorCells() throws IOException {
        Map<String, Object> cards = Fixtures.lamostCards();
        double[] mask = Fixtures.all(0);
        mask[3] = 1 << 5; // NODATA
        mask[4] = 1 << 3; // BRIGHTSKY
        SpectrumTable table = read(FitsBuilder.primary(cards)
                .table(
                        "COADD",
                        Column.of("FLUX", "50E", List.of(Fixtures.flux())).in("counts"),
                        Column.of("IVAR", "50E", List.of(Fixtures.all(4))),
                        Column.of("WAVELENGTH", "50E", List.of(Fixtures.range(400, 0.25))).in("nm"),
                        Column.of("ANDMASK", "50E", List.of(mask)),
                        Column.of("ORMASK", "50E", List.of(mask))));
        assertThat(table.problem(0)).isNull();
        assertThat(table.numbers(0, "wavelength")).containsExactly(Fixtures.range(4000, 2.5));
        assertThat(table.numbers(0, "mask")[3]).isEqualTo(PixelFlag.NO_DATA.bit());
        assertThat(table.numbers(0, "mask")[4]).isEqualTo(PixelFlag.BRIGHT_SKY.bit());
        assertThat(table.rows().getFirst()).containsEntry("flux_unit", "relative");
    }

    @Test
    void correctionsThatAHeaderSaysAreMissingAreMade() throws IOException {
        Map<String, Object> cards = Fixtures.lamostCards();
        cards.put("HELIO", false);
        cards.put("VACUUM", false);
        SpectrumTable table = read(FitsBuilder.primaryImage(Fixtures.lamost(Fixtures.range(4000, 1.5)), cards));
        // HELIO_RV is the negative of what is added to a velocity: 26.375 km/s are added here.
        assertThat(table.numbers(0, "wavelength")[10])
                .isCloseTo(AirWavelength.toVacuum(4015) * (1 + 26.375 / 299_792.458), within(1e-9));
    }

    @ParameterizedTest(name = "vacuum {0}, logarithm {1}, heliocentric correction wanted {2}")
    @CsvSource({"false,false,false", "true,false,false", "true,true,false", "true,true,true", "false,false,true"})
    void ozdesFlagsAreHonoured(boolean vacuum, boolean logarithm, boolean helio) throws IOException {
        Map<String, Object> cards = new LinkedHashMap<>();
        cards.put("CRVAL1", 5000.0);
        cards.put("CDELT1", 2.0);
        cards.put("CRPIX1", 11.0);
        cards.put("CUNIT1", "Angstroms");
        cards.put("LAT_OBS", -31.27704);
        cards.put("LONG_OBS", 149.0661);
        cards.put("ALT_OBS", 1164);
        cards.put("UTMJD", 57373.5592960397);
        cards.put("TOTALEXP", 900.0);
        Map.of("VACUUM", vacuum, "LOGSCALE", logarithm, "DO_HELIO", helio).forEach((key, on) -> {
            if (on) {
                cards.put(key, true);
            }
        });
        double[] axis = new double[Fixtures.COUNT];
        Arrays.setAll(axis, i -> 5000 + (i - 10) * 2);
        double[] variance = Fixtures.all(0.25);
        variance[2] = -5;
        double[] flux = Fixtures.flux();
        flux[0] = Double.NaN;
        FitsBuilder file = FitsBuilder.primaryImage(Fixtures.floats(flux, Fixtures.flux()), cards)
                .image("VARIANCE", Fixtures.floats(variance, variance), Map.of());
        if (logarithm) {
            double[] logarithms = Arrays.stream(axis).map(StrictMath::log10).toArray();
            file.image("WAVELENGTH", new double[][] {logarithms, logarithms}, Map.of());
        }
        SpectrumTable table = read(file.table(
                "FIBRES",
                Column.of("NAME", "20A", List.of("D0221394-2854323", "SKY_3")),
                Column.of("RA", "1D", 0.61809563, 0.6),
                Column.of("DEC", "1D", -0.50455655, -0.5),
                Column.of("TYPE", "1A", List.of("P", "S"))));
        assertThat(table.rows()).hasSize(2);
        assertThat(table.rows().getFirst()).containsEntry("object", "D0221394-2854323").containsEntry("index", 0);
        assertThat((Double) table.rows().getFirst().get("ra")).isCloseTo(35.414271, within(1e-5));
        assertThat(table.problem(1)).isEqualTo("no object: a fibre of type S");
        assertThat(table.rows().get(1)).containsEntry("object", "SKY_3").containsEntry("index", 1);
        // -21.0922 km/s is astropy's radial_velocity_correction("heliocentric") at the middle of this exposure.
        double factor = helio ? 1 - 21.0922 / 299_792.458 : 1;
        double expected = (vacuum ? 5060 : AirWavelength.toVacuum(5060)) * factor;
        assertThat(table.numbers(0, "wavelength")[40]).isCloseTo(expected, within(helio ? 6e-4 : 1e-8));
        assertThat(Arrays.copyOf(table.numbers(0, "ivar"), 4)).containsExactly(0, 4, 0, 4);
        assertThat(table.numbers(0, "mask")[0])
                .isEqualTo(PixelFlag.NO_DATA.bit() + PixelFlag.NOT_A_NUMBER.bit());
        assertThat(table.numbers(0, "mask")[2]).isEqualTo(PixelFlag.NO_DATA.bit());
    }

    @Test
    void desiResolutionBecomesTheWidthOfTheProfile() throws IOException {
        double[] wavelength = new double[Fixtures.COUNT];
        Arrays.setAll(wavelength, i -> 3600 + 0.8 * i);
        double[][] profile = new double[11][Fixtures.COUNT];
        double width = 0.9;
        for (int diagonal = 0; diagonal < 11; diagonal++) {
            double offset = 5 - diagonal;
            Arrays.fill(profile[diagonal], StrictMath.exp(-0.5 * offset * offset / (width * width)));
        }
        SpectrumTable table = read(FitsBuilder.primary(Map.of())
                .table("FIBERMAP", Column.of("TARGETID", "K", 7), Column.of("OBJTYPE", "3A", List.of("TGT")))
                .image("BRZ_WAVELENGTH", wavelength, Map.of())
                .image("BRZ_FLUX", new double[][] {Fixtures.flux()}, Map.of())
                .image("BRZ_IVAR", new double[][] {Fixtures.all(1)}, Map.of())
                .image("BRZ_RESOLUTION", new double[][][] {profile}, Map.of()));
        assertThat(table.problem(0)).isNull();
        // A sampled Gaussian of 0.9 pixels has the second moment of the continuous one to 1e-5.
        assertThat(table.numbers(0, "dispersion")[20]).isCloseTo(width * 0.8, within(1e-4));
        assertThat(table.rows().getFirst()).containsEntry("arm", null).containsEntry("ra", null);
    }

    @Test
    void aFibreOnTheSkyIsNoObject() throws IOException {
        double[] wavelength = Fixtures.range(3600, 0.8);
        SpectrumTable table = read(FitsBuilder.primary(Map.of())
                .table("FIBERMAP", Column.of("TARGETID", "K", 7, 8), Column.of("OBJTYPE", "3A", List.of("TGT", "SKY")))
                .image("B_WAVELENGTH", wavelength, Map.of())
                .image("B_FLUX", new double[][] {Fixtures.flux(), Fixtures.flux()}, Map.of())
                .image("B_IVAR", new double[][] {Fixtures.all(1), Fixtures.all(1)}, Map.of()));
        assertThat(table.problem(0)).isNull();
        assertThat(table.problem(1)).isEqualTo("no object: a fibre on the sky");
    }

    private SpectrumTable read(FitsBuilder file) throws IOException {
        Path path = folder.resolve("one.fits");
        Files.write(path, file.bytes());
        return SpectrumTable.of("file:" + path);
    }
}
