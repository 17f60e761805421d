package org.novum.spectra.parameter;

import java.util.Optional;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/**
 * The spectral type of a star as a letter: from its temperature, by the scale of Pecaut and Mamajek (2013, ApJS 208, 9),
 * or M where titanium oxide absorbs (index TiO5 of Reid, Hawley and Gizis 1995, AJ 110, 1838).
 */
public final class SpectralType {
    /** Below this ratio of fluxes within and beside the band, a star is of type M. */
    private static final double TITANIUM_OXIDE = 0.84;

    private SpectralType() {}

    /**
     * The type.
     *
     * @param model of stars whose parameters are known
     * @return empty where neither band nor temperature is known
     */
    public static Optional<String> of(GridSpectrum spectrum, double redshift, StarModel model) {
        double inside = mean(spectrum, redshift, 7128, 7137);
        double beside = mean(spectrum, redshift, 7044, 7048);
        if (beside > 0 && inside / beside < TITANIUM_OXIDE) {
            return Optional.of("M");
        }
        double[] features = StarFeatures.of(spectrum, redshift);
        if (features.length == 0) {
            return Optional.empty();
        }
        StarModel.Estimate estimate = model.estimate(features);
        return estimate.novelty() > StarModel.TOO_NEW
                ? Optional.empty()
                : Optional.of(letter(estimate.labels().temperature()));
    }

    private static String letter(double temperature) {
        if (temperature >= 10_700) {
            return "B";
        }
        if (temperature >= 7_330) {
            return "A";
        }
        if (temperature >= 5_990) {
            return "F";
        }
        if (temperature >= 5_310) {
            return "G";
        }
        return temperature >= 3_890 ? "K" : "M";
    }

    /** Mean flux between two wavelengths in vacuum at rest; NaN where nothing is known. */
    private static double mean(GridSpectrum spectrum, double redshift, double lowest, double highest) {
        double shift = LogGrid.shift(redshift);
        int from = Math.max(0, (int) Math.ceil(LogGrid.position(lowest) + shift));
        int to = Math.min(spectrum.flux().length - 1, (int) Math.floor(LogGrid.position(highest) + shift));
        double sum = 0;
        double total = 0;
        for (int i = from; i <= to; i++) {
            sum += spectrum.ivar()[i] * spectrum.flux()[i];
            total += spectrum.ivar()[i];
        }
        return total > 0 ? sum / total : Double.NaN;
    }
}
