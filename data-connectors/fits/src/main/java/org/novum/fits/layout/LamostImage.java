package org.novum.fits.layout;

import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.wavelength.LogGrid;

/**
 * LAMOST before DR8: an image of five rows. The first two are flux and inverse variance, the last two the masks that all,
 * and that any, of the exposures have; the third is the flux over its continuum in DR1 and the wavelength later, which is
 * told by its numbers (Luo et al. 2015, RAA 15, 1095).
 */
record LamostImage() implements Layout {
    private static final int ROWS = 5;

    @Override
    public String title() {
        return "LAMOST image";
    }

    @Override
    public boolean matches(FitsContent file) {
        return file.unit(0)
                .filter(image -> image.axes().length == 2 && image.axes()[0] == ROWS)
                .filter(image -> areMasks(image.row(3)) && areMasks(image.row(4)))
                .isPresent();
    }

    @Override
    public SpectrumFile open(FitsContent file) {
        Hdu image = file.unit(0).orElseThrow();
        return new SingleSpectrum(
                LamostNames.identity(image), Units.relative(image.text("BUNIT")), () -> pixels(image));
    }

    private static Pixels pixels(Hdu image) {
        double[] wavelength = wavelength(image);
        Frames.toVacuum(image, wavelength);
        Frames.toSun(image, wavelength);
        return Pixels.of(wavelength, image.row(0), image.row(1), Masks.mapped(image.row(3), Masks.LAMOST));
    }

    private static double[] wavelength(Hdu image) {
        double[] third = image.row(2);
        if (areWavelengths(third)) {
            return third;
        }
        double first = image.has("COEFF0") ? image.number("COEFF0") : image.number("CRVAL1");
        double step = image.has("COEFF1") ? image.number("COEFF1") : image.number("CD1_1");
        if (!(first > 3 && first < 5 && step > 0)) {
            throw new SpectrumException("not a spectrum: neither a row nor COEFF0 and COEFF1 give wavelengths");
        }
        return LogGrid.wavelengths(first, step, third.length);
    }

    private static boolean areWavelengths(double[] row) {
        for (int i = 0; i < row.length; i++) {
            if (!(row[i] > 1000 && row[i] < 30_000 && (i == 0 || row[i] > row[i - 1]))) {
                return false;
            }
        }
        return true;
    }

    /** Masks are whole numbers of few bits, also where a lossy compression kept them near. */
    private static boolean areMasks(double[] row) {
        for (double value : row) {
            if (!(value >= -0.5 && value < 1 << 20 && Math.abs(value - Math.rint(value)) < 0.01)) {
                return false;
            }
        }
        return true;
    }
}
