package org.novum.fits.layout;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.wavelength.LogGrid;

/**
 * {@code spec-PLATE-MJD-FIBER} of SDSS, BOSS and eBOSS: the first extension is a table of one row per pixel with flux,
 * inverse variance and the logarithm of the wavelength in vacuum as the Sun sees it. Legacy files write column names in
 * lower case, later ones in upper case; neither states units, which are the data model's
 * (https://data.sdss.org/datamodel/files/BOSS_SPECTRO_REDUX/RUN2D/spectra/PLATE4/spec.html).
 */
record SdssSpec() implements Layout {
    /** Pixels of the grid to a decade of wavelength. */
    private static final double PIXEL = 1e-4 * 2.302585092994046;

    @Override
    public String title() {
        return "SDSS spec";
    }

    @Override
    public boolean matches(FitsContent file) {
        return file.unit(1)
                .filter(table -> table.hasColumn("flux") && table.hasColumn("ivar") && table.hasColumn("loglam"))
                .isPresent();
    }

    @Override
    public SpectrumFile open(FitsContent file) {
        Hdu primary = file.unit(0).orElseThrow();
        Hdu table = file.unit(1).orElseThrow();
        Units.requireLogarithm(table.columnUnit("loglam"));
        FluxUnit unit = Units.calibrated(table.columnUnit("flux").or(() -> primary.text("BUNIT")));
        Identity identity = identity(file, primary);
        return new SingleSpectrum(
                identity,
                unit,
                () -> pixels(primary, table),
                new SingleSpectrum.Parts(
                        whole -> SdssExposures.of(file, new SdssExposures.Target(identity, primary, unit))
                                .orElse(whole),
                        () -> table.hasColumn("model") ? table.numbers("model") : null));
    }

    private static Pixels pixels(Hdu primary, Hdu table) {
        double[] wavelength = LogGrid.wavelengths(table.numbers("loglam"));
        Frames.toVacuum(primary, wavelength);
        double[] mask = table.hasColumn("and_mask") ? table.numbers("and_mask") : new double[wavelength.length];
        Pixels pixels =
                Pixels.of(wavelength, table.numbers("flux"), table.numbers("ivar"), Masks.mapped(mask, Masks.SDSS));
        return table.hasColumn("wdisp") ? pixels.withDispersion(sigma(wavelength, table.numbers("wdisp"))) : pixels;
    }

    /** WDISP is in pixels of the logarithmic grid; where it is 0 the instrument did not measure. */
    static double[] sigma(double[] wavelength, double[] pixels) {
        double[] sigma = new double[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            sigma[i] = pixels[i] * PIXEL * wavelength[i];
        }
        return sigma;
    }

    private static Identity identity(FitsContent file, Hdu primary) {
        if (primary.has("PLUG_RA")) {
            return new Identity(name(primary), primary.number("PLUG_RA"), primary.number("PLUG_DEC"));
        }
        Optional<Hdu> target = file.unit(2).filter(table -> table.hasColumn("PLUG_RA") && table.rows() == 1);
        return target.map(table ->
                        new Identity(name(primary), table.numbers("PLUG_RA")[0], table.numbers("PLUG_DEC")[0]))
                .orElseGet(() -> new Identity(name(primary), Double.NaN, Double.NaN));
    }

    private static @Nullable String name(Hdu primary) {
        double plate = primary.number("PLATEID");
        double day = primary.number("MJD");
        double fibre = primary.number("FIBERID");
        boolean known = plate >= 0 && day >= 0 && fibre >= 0;
        return known ? String.format(Locale.ROOT, "%04d-%05d-%04d", (long) plate, (long) day, (long) fibre) : null;
    }
}
