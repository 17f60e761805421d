package org.novum.fits.layout;

import java.util.Optional;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumFile;

/**
 * LAMOST since DR8, and others alike: the first extension is a table with flux, inverse variance and wavelength, either one
 * row whose cells hold all pixels or one row per pixel.
 */
record CellTable() implements Layout {
    @Override
    public String title() {
        return "table of flux, ivar and wavelength";
    }

    @Override
    public boolean matches(FitsContent file) {
        return file.unit(1)
                .filter(table -> table.hasColumn("FLUX") && table.hasColumn("IVAR") && table.hasColumn("WAVELENGTH"))
                .filter(table -> table.rows() == 1 || table.width("FLUX") == 1)
                .isPresent();
    }

    @Override
    public SpectrumFile open(FitsContent file) {
        Hdu primary = file.unit(0).orElseThrow();
        Hdu table = file.unit(1).orElseThrow();
        Optional<String> unit = table.columnUnit("FLUX").or(() -> primary.text("BUNIT"));
        return new SingleSpectrum(LamostNames.identity(primary), Units.relative(unit), () -> pixels(primary, table));
    }

    private static Pixels pixels(Hdu primary, Hdu table) {
        double[] wavelength = table.numbers("WAVELENGTH");
        double scale = Units.angstroms(table.columnUnit("WAVELENGTH"));
        for (int i = 0; i < wavelength.length; i++) {
            wavelength[i] *= scale;
        }
        Frames.toVacuum(primary, wavelength);
        Frames.toSun(primary, wavelength);
        double[] mask = table.hasColumn("ANDMASK") ? table.numbers("ANDMASK") : new double[wavelength.length];
        return Pixels.of(wavelength, table.numbers("FLUX"), table.numbers("IVAR"), Masks.mapped(mask, Masks.LAMOST));
    }
}
