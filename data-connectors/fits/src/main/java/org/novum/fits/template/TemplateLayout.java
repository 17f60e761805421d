package org.novum.fits.template;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.wavelength.LogGrid;

/**
 * Reads templates from FITS: an image with a row per vector.
 *
 * <p>SDSS ({@code spEigenGal}, {@code spEigenQSO}, {@code spEigenStar}; Bolton et al. 2012, AJ 144, 144) states the
 * logarithm of the wavelength in {@code COEFF0} and {@code COEFF1} and the class in {@code OBJECT}; where the header has a
 * {@code NAME0}, each row is the spectrum of one star. Redrock ({@code rrtemplate}; its quasars: Brodzeller et al.
 * 2023, AJ 166, 66) states {@code RRTYPE}, {@code CRVAL1}, {@code CDELT1} and {@code LOGLAM}, and may list the redshifts
 * that the basis is for in {@code REDSHIFTS}.
 */
final class TemplateLayout {
    private static final int CARD = 80;
    private static final double FIRST_LOGARITHM = 2;
    private static final double LAST_LOGARITHM = 5;

    private TemplateLayout() {}

    /** Whether a file starts with the header of templates. */
    static boolean matches(byte[] start) {
        if (!FitsContent.recognises(start)) {
            return false;
        }
        List<String> keywords = new ArrayList<>();
        for (int at = 0; at + CARD <= start.length; at += CARD) {
            String keyword = new String(start, at, 8, StandardCharsets.US_ASCII).strip();
            if (keyword.equals("END")) {
                break;
            }
            keywords.add(keyword);
        }
        boolean sdss = keywords.contains("COEFF0")
                && keywords.contains("COEFF1")
                && (keywords.contains("EIGEN0") || keywords.contains("NAME0"));
        return sdss || keywords.contains("RRTYPE");
    }

    /**
     * The vectors of a file, in the order of its rows.
     *
     * @throws SpectrumException if it cannot be read
     */
    static TemplateContent read(byte[] content) {
        FitsContent file = FitsContent.of(content);
        Hdu image = file.unit(0).orElseThrow();
        if (image.axes().length != 2) {
            throw new SpectrumException("wrong templates: the first unit is no image with a row per vector");
        }
        return image.has("RRTYPE") ? redrock(file, image) : sdss(image);
    }

    private static TemplateContent sdss(Hdu image) {
        double[] wavelength = logarithmic(image, image.number("COEFF0"), image.number("COEFF1"));
        String spectralClass = word(image, "OBJECT");
        List<TemplateVector> vectors = new ArrayList<>();
        for (int row = 0; row < image.axes()[0]; row++) {
            Optional<String> name = image.text("NAME" + row);
            vectors.add(new TemplateVector(
                    name.orElse(spectralClass + " " + (row + 1)),
                    spectralClass,
                    image.has("NAME0") ? TemplateVector.Kind.SPECTRUM : TemplateVector.Kind.VECTOR,
                    wavelength,
                    image.row(row)));
        }
        return new TemplateContent(vectors, Optional.empty());
    }

    private static TemplateContent redrock(FitsContent file, Hdu image) {
        double first = image.number("CRVAL1");
        double step = image.number("CDELT1");
        double reference = image.has("CRPIX1") ? image.number("CRPIX1") : 1;
        first += (1 - reference) * step;
        double[] wavelength = image.number("LOGLAM") == 0 ? linear(image, first, step) : logarithmic(image, first, step);
        String spectralClass = word(image, "RRTYPE");
        String subtype = image.text("RRSUBTYP").map(word -> " " + word).orElse("");
        List<TemplateVector> vectors = new ArrayList<>();
        for (int row = 0; row < image.axes()[0]; row++) {
            vectors.add(new TemplateVector(
                    spectralClass + subtype + " " + (row + 1),
                    spectralClass,
                    TemplateVector.Kind.VECTOR,
                    wavelength,
                    image.row(row)));
        }
        return new TemplateContent(vectors, file.named("REDSHIFTS").filter(Hdu::isImage).map(unit -> range(unit.row())));
    }

    private static TemplateContent.Redshifts range(double[] redshifts) {
        if (redshifts.length == 0) {
            throw new SpectrumException("damaged: REDSHIFTS holds no redshift");
        }
        double lowest = redshifts[0];
        double highest = redshifts[0];
        for (double redshift : redshifts) {
            lowest = Math.min(lowest, redshift);
            highest = Math.max(highest, redshift);
        }
        return new TemplateContent.Redshifts(lowest, highest);
    }

    private static String word(Hdu image, String keyword) {
        return image.text(keyword)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .orElseThrow(() -> new SpectrumException("wrong templates: " + keyword + " does not say of which class"));
    }

    private static double[] logarithmic(Hdu image, double first, double step) {
        int count = image.axes()[1];
        if (!(first > FIRST_LOGARITHM && step > 0 && first + step * count < LAST_LOGARITHM)) {
            throw new SpectrumException(
                    "wrong wavelengths: the header's logarithms start at " + first + " in steps of " + step);
        }
        return LogGrid.wavelengths(first, step, count);
    }

    private static double[] linear(Hdu image, double first, double step) {
        if (!(first > 0 && step > 0)) {
            throw new SpectrumException("wrong wavelengths: the header's start at " + first + " in steps of " + step);
        }
        double[] wavelength = new double[image.axes()[1]];
        for (int i = 0; i < wavelength.length; i++) {
            wavelength[i] = first + i * step;
        }
        return wavelength;
    }
}
