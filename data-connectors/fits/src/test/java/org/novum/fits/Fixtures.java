package org.novum.fits;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.novum.fits.FitsBuilder.Column;

/** Small spectra of known numbers in the layouts of the surveys. */
final class Fixtures {
    static final int COUNT = 50;

    private Fixtures() {}

    /** Logarithms of the shared grid from 4,000 Angstrom on, as SDSS rounds them: to single precision. */
    static double[] logarithms() {
        double[] values = new double[COUNT];
        for (int i = 0; i < COUNT; i++) {
            values[i] = (float) ((36_020 + i) * 1e-4);
        }
        return values;
    }

    /** 10, 11, 12, … */
    static double[] flux() {
        return range(10, 1);
    }

    static double[] range(double first, double step) {
        double[] values = new double[COUNT];
        Arrays.setAll(values, i -> first + i * step);
        return values;
    }

    static double[] all(double value) {
        double[] values = new double[COUNT];
        Arrays.fill(values, value);
        return values;
    }

    static Map<String, Object> sdssCards() {
        Map<String, Object> cards = new LinkedHashMap<>();
        cards.put("PLATEID", 266);
        cards.put("MJD", 51602);
        cards.put("FIBERID", 13);
        cards.put("RA", 145.9);
        cards.put("DEC", 0.06);
        cards.put("PLUG_RA", 146.9341);
        cards.put("PLUG_DEC", -0.6704);
        cards.put("VACUUM", true);
        cards.put("BUNIT", "1E-17 erg/cm^2/s/Ang");
        return cards;
    }

    /** A spec file with these columns instead of the usual ones of the same name. */
    static FitsBuilder sdss(Map<String, Object> cards, Column... instead) {
        Column[] usual = {
            Column.of("flux", "E", flux()),
            Column.of("loglam", "E", logarithms()),
            Column.of("ivar", "E", all(4)),
            Column.of("and_mask", "J", all(0)),
            Column.of("or_mask", "J", all(1 << 23)),
            Column.of("wdisp", "E", all(1.25))
        };
        Column[] columns = Stream.of(usual)
                .map(column -> Stream.of(instead)
                        .filter(other -> other.name().equalsIgnoreCase(column.name()))
                        .findFirst()
                        .orElse(column))
                .toArray(Column[]::new);
        return FitsBuilder.primary(cards).table("COADD", columns);
    }

    static Map<String, Object> lamostCards() {
        Map<String, Object> cards = new LinkedHashMap<>();
        cards.put("LMJD", 55862);
        cards.put("PLANID", "B6212");
        cards.put("SPID", 6);
        cards.put("FIBERID", 9);
        cards.put("RA", 99.194135);
        cards.put("DEC", 27.346298);
        cards.put("HELIO", true);
        cards.put("HELIO_RV", -26.375);
        cards.put("VACUUM", true);
        cards.put("COEFF0", 3.602);
        cards.put("COEFF1", 1e-4);
        return cards;
    }

    /** The five rows of a LAMOST image. */
    static float[][] lamost(double[] third) {
        return floats(flux(), all(4), third, all(0), all(0));
    }

    static float[][] floats(double[]... rows) {
        float[][] image = new float[rows.length][];
        for (int row = 0; row < rows.length; row++) {
            image[row] = new float[rows[row].length];
            for (int i = 0; i < rows[row].length; i++) {
                image[row][i] = (float) rows[row][i];
            }
        }
        return image;
    }
}
