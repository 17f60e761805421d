package org.novum.fits.spectrum;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What every spectrum must be, whichever file it is from. */
final class Checks {
    private static final double SHORTEST = 500;
    private static final double LONGEST = 60_000;

    /** Gaps and edges are a few hundredths of a spectrum; what has more is damaged. */
    private static final double MOST_WRONG = 0.2;

    private static final int USELESS =
            PixelFlag.NO_DATA.bit() | PixelFlag.NOT_A_NUMBER.bit() | PixelFlag.REJECTED.bit() | PixelFlag.FIBRE.bit();

    private Checks() {}

    /**
     * The spectrum in the unit that its symbol states, with unusable pixels marked and their inverse variance 0; or the
     * reason why it is unusable altogether.
     */
    static SpectrumRow checked(SpectrumRow.Spectrum spectrum) {
        Pixels pixels = spectrum.pixels();
        scale(pixels, spectrum.unit().scale());
        try {
            requireWavelengths(pixels);
            requireNumbers(pixels);
            requireInformation(pixels);
            return new SpectrumRow.Spectrum(
                    spectrum.identity(),
                    pixels,
                    new FluxUnit(spectrum.unit().symbol(), 1),
                    scaled(spectrum.model(), spectrum.unit().scale()));
        } catch (SpectrumException unusable) {
            return new SpectrumRow.Unreadable(spectrum.identity(), String.valueOf(unusable.getMessage()));
        }
    }

    private static void scale(Pixels pixels, double scale) {
        if (scale != 1) {
            for (int i = 0; i < pixels.count(); i++) {
                pixels.flux()[i] *= scale;
                pixels.inverseVariance()[i] /= scale * scale;
            }
        }
    }

    private static double @Nullable [] scaled(double @Nullable [] model, double scale) {
        return model == null ? null : Arrays.stream(model).map(value -> value * scale).toArray();
    }

    private static void requireWavelengths(Pixels pixels) {
        double[] wavelength = pixels.wavelength();
        byte[] arm = pixels.arm();
        if (wavelength.length < 2) {
            throw new SpectrumException("not a spectrum: it has " + wavelength.length + " pixels");
        }
        for (int i = 0; i < wavelength.length; i++) {
            if (!(wavelength[i] >= SHORTEST && wavelength[i] <= LONGEST)) {
                throw new SpectrumException(String.format(
                        Locale.ROOT,
                        "wrong wavelengths: pixel %d is at %s, not between %.0f and %.0f Angstrom",
                        i,
                        wavelength[i],
                        SHORTEST,
                        LONGEST));
            }
            boolean sameArm = i > 0 && (arm == null || arm[i] == arm[i - 1]);
            if (sameArm && wavelength[i] <= wavelength[i - 1]) {
                throw new SpectrumException("wrong wavelengths: they do not increase at pixel " + i);
            }
        }
    }

    private static void requireNumbers(Pixels pixels) {
        int wrong = 0;
        for (int i = 0; i < pixels.count(); i++) {
            boolean finite = Double.isFinite(pixels.flux()[i]) && Double.isFinite(pixels.inverseVariance()[i]);
            if (!finite) {
                wrong++;
                pixels.flux()[i] = 0;
                pixels.mask()[i] |= PixelFlag.NOT_A_NUMBER.bit();
            }
            if (!finite || pixels.inverseVariance()[i] <= 0 || PixelFlag.NO_DATA.in(pixels.mask()[i])) {
                pixels.inverseVariance()[i] = 0;
                pixels.mask()[i] |= PixelFlag.NO_DATA.bit();
            }
        }
        if (wrong > MOST_WRONG * pixels.count()) {
            throw new SpectrumException("not a number in " + wrong + " of " + pixels.count() + " pixels: more than a fifth");
        }
    }

    private static void requireInformation(Pixels pixels) {
        int known = 0;
        int usable = 0;
        double first = 0;
        boolean constant = true;
        for (int i = 0; i < pixels.count(); i++) {
            if (pixels.inverseVariance()[i] > 0) {
                constant = constant && (known == 0 || pixels.flux()[i] == first);
                first = known == 0 ? pixels.flux()[i] : first;
                known++;
                usable += (pixels.mask()[i] & USELESS) == 0 ? 1 : 0;
            }
        }
        if (known == 0) {
            throw new SpectrumException("all masked: no pixel has a positive inverse variance");
        }
        if (usable == 0) {
            throw new SpectrumException("all masked: the survey's mask rules out every pixel");
        }
        if (constant) {
            throw new SpectrumException("constant: the flux is " + first + " in every pixel");
        }
    }
}
