package org.novum.fits.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumRow;
import org.novum.fits.wavelength.LogGrid;
import org.novum.fits.wavelength.Observer;
import org.novum.fits.wavelength.Velocity;

/**
 * Spectra of AAOmega as 2dfdr writes them and Marz reads them (Hinton et al. 2016, Astronomy and Computing 15, 61): the
 * primary image has a row per object, {@code VARIANCE} its variance, {@code WAVELENGTH} its wavelengths where the linear
 * axis of the image does not give them, {@code FIBRES} the objects with their places in radians.
 *
 * <p>Wavelengths are in air unless {@code VACUUM = T}, and logarithms if {@code LOGSCALE = T}. {@code DO_HELIO = T} asks the
 * reader to apply the heliocentric correction: they are as the telescope saw them. {@code DO_CMB} concerns the redshift that
 * is published, not the wavelengths, and changes nothing here.
 */
record OzDes() implements Layout {
    private static final Set<String> EMPTY = Set.of("S", "U", "N", "B");

    @Override
    public String title() {
        return "OzDES (2dfdr)";
    }

    @Override
    public boolean matches(FitsContent file) {
        return file.unit(0).filter(image -> image.axes().length == 1 || image.axes().length == 2).isPresent()
                && file.named("VARIANCE").filter(Hdu::isImage).isPresent();
    }

    @Override
    public SpectrumFile open(FitsContent file) {
        Hdu image = file.unit(0).orElseThrow();
        return new Frame(
                image,
                file.named("VARIANCE").orElseThrow(),
                file.named("WAVELENGTH").orElse(null),
                file.named("FIBRES").filter(Hdu::isTable).orElse(null),
                Units.relative(image.text("BUNIT")));
    }

    private record Frame(Hdu image, Hdu variance, @Nullable Hdu wavelength, @Nullable Hdu fibres, FluxUnit unit)
            implements SpectrumFile {
        @Override
        public int size() {
            return image.axes().length == 1 ? 1 : image.axes()[0];
        }

        @Override
        public Identity identity(int index) {
            if (fibres == null || index >= fibres.rows() || !fibres.hasColumn("RA") || !fibres.hasColumn("DEC")) {
                return Identity.UNKNOWN;
            }
            return new Identity(
                    fibres.hasColumn("NAME") ? fibres.word("NAME", index) : null,
                    degrees(fibres.cell("RA", index)[0], fibres.columnUnit("RA")),
                    degrees(fibres.cell("DEC", index)[0], fibres.columnUnit("DEC")));
        }

        private static double degrees(double angle, Optional<String> stated) {
            boolean inDegrees = stated.filter(unit -> unit.toLowerCase(Locale.ROOT).startsWith("deg")).isPresent();
            return inDegrees ? angle : angle * 180 / StrictMath.PI;
        }

        @Override
        public SpectrumRow.Spectrum read(int index) {
            requireObject(index);
            double[] flux = row(image, index);
            double[] inverse = row(variance, index);
            for (int i = 0; i < inverse.length; i++) {
                inverse[i] = inverse[i] > 0 || Double.isNaN(inverse[i]) ? 1 / inverse[i] : 0;
            }
            double[] places = wavelengths(index, flux.length);
            return new SpectrumRow.Spectrum(identity(index), Pixels.of(places, flux, inverse, new int[flux.length]), unit);
        }

        private void requireObject(int index) {
            String type = fibres != null && index < fibres.rows() && fibres.hasColumn("TYPE")
                    ? fibres.word("TYPE", index)
                    : "";
            if (EMPTY.contains(type)) {
                throw new SpectrumException("no object: a fibre of type " + type);
            }
        }

        private static double[] row(Hdu image, int index) {
            return image.axes().length == 1 ? image.row() : image.row(index);
        }

        private double[] wavelengths(int index, int count) {
            double[] places = wavelength == null ? axis(count) : row(wavelength, index);
            if (image.truth("LOGSCALE").orElse(false)) {
                places = LogGrid.wavelengths(places);
            } else {
                double scale = Units.angstroms(wavelength == null ? image.text("CUNIT1") : wavelength.text("BUNIT"));
                for (int i = 0; i < places.length; i++) {
                    places[i] *= scale;
                }
            }
            if (!image.truth("VACUUM").orElse(false)) {
                Frames.fromAir(places);
            }
            if (image.truth("DO_HELIO").orElse(false)) {
                Velocity.correct(places, correction(identity(index)));
            }
            return places;
        }

        private double[] axis(int count) {
            double first = image.number("CRVAL1");
            double step = image.has("CDELT1") ? image.number("CDELT1") : image.number("CD1_1");
            double reference = image.has("CRPIX1") ? image.number("CRPIX1") : 1;
            if (!(first > 0 && step > 0)) {
                throw new SpectrumException("not a spectrum: neither WAVELENGTH nor CRVAL1 and CDELT1 give wavelengths");
            }
            double[] places = new double[count];
            for (int i = 0; i < count; i++) {
                places[i] = first + (i + 1 - reference) * step;
            }
            return places;
        }

        private double correction(Identity object) {
            Observer observer = new Observer(image.number("LAT_OBS"), image.number("LONG_OBS"), image.number("ALT_OBS"));
            double middle = image.number("UTMJD") + elapsed() / 2;
            if (!object.isPlaced() || !observer.isPlaced() || !Double.isFinite(middle)) {
                throw new SpectrumException("no heliocentric correction: DO_HELIO asks for it, and time, observatory or place on"
                        + " the sky is missing");
            }
            return observer.heliocentricCorrection(middle, object.rightAscension(), object.declination());
        }

        /** Days of the exposure, 0 if the header does not say. */
        private double elapsed() {
            double seconds = image.number("TOTALEXP");
            return seconds > 0 ? seconds / 86_400 : 0;
        }
    }
}
