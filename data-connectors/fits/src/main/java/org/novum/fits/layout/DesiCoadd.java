package org.novum.fits.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumException;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumRow;

/**
 * Coadds and spectra of DESI: for each arm images of many objects, {@code B_WAVELENGTH}, {@code B_FLUX}, {@code B_IVAR},
 * {@code B_MASK} and {@code B_RESOLUTION}, in the order of the rows of the table {@code FIBERMAP}
 * (https://desidatamodel.readthedocs.io). Wavelengths are in vacuum and as the barycentre of the solar system sees them.
 */
record DesiCoadd() implements Layout {
    private static final String WAVELENGTH = "_WAVELENGTH";
    private static final List<String> ARMS = List.of("B", "R", "Z");

    @Override
    public String title() {
        return "DESI coadd";
    }

    @Override
    public boolean matches(FitsContent file) {
        return file.named("FIBERMAP").isPresent() && !arms(file).isEmpty();
    }

    private static List<String> arms(FitsContent file) {
        List<String> arms = new ArrayList<>();
        for (int i = 0; file.unit(i).isPresent(); i++) {
            String name = file.unit(i).orElseThrow().name().toUpperCase(Locale.ROOT);
            if (name.endsWith(WAVELENGTH)) {
                arms.add(name.substring(0, name.length() - WAVELENGTH.length()));
            }
        }
        return arms;
    }

    @Override
    public SpectrumFile open(FitsContent file) {
        Hdu fibers = file.named("FIBERMAP").orElseThrow();
        List<Arm> arms = arms(file).stream().map(name -> Arm.of(file, name)).toList();
        if (fibers.rows() == 0) {
            throw new SpectrumException("not a spectrum: FIBERMAP has no rows");
        }
        if (arms.stream().map(Arm::unit).distinct().count() > 1) {
            throw new SpectrumException("wrong unit: the arms state different units of flux");
        }
        return new Coadd(fibers, arms);
    }

    private record Coadd(Hdu fibers, List<Arm> arms) implements SpectrumFile {
        @Override
        public int size() {
            return fibers.rows();
        }

        @Override
        public Identity identity(int index) {
            boolean placed = fibers.hasColumn("TARGET_RA") && fibers.hasColumn("TARGET_DEC");
            return new Identity(
                    fibers.hasColumn("TARGETID") ? fibers.word("TARGETID", index) : null,
                    placed ? fibers.cell("TARGET_RA", index)[0] : Double.NaN,
                    placed ? fibers.cell("TARGET_DEC", index)[0] : Double.NaN);
        }

        @Override
        public SpectrumRow.Spectrum read(int index) {
            if (fibers.hasColumn("OBJTYPE") && fibers.word("OBJTYPE", index).equals("SKY")) {
                throw new SpectrumException("no object: a fibre on the sky");
            }
            List<Pixels> pixels = new ArrayList<>();
            for (int place = 0; place < arms.size(); place++) {
                Arm arm = arms.get(place);
                int number = ARMS.contains(arm.name()) ? ARMS.indexOf(arm.name()) : place;
                pixels.add(arm.pixels(index, (byte) number));
            }
            Pixels all = arms.size() == 1 ? single(pixels) : Arms.joined(pixels);
            return new SpectrumRow.Spectrum(identity(index), all, arms.getFirst().unit());
        }

        private static Pixels single(List<Pixels> pixels) {
            Pixels only = pixels.getFirst();
            return new Pixels(only.wavelength(), only.flux(), only.inverseVariance(), only.mask(), only.dispersion(), null);
        }
    }

    /** One arm; mask and resolution may be absent. */
    private record Arm(
            String name,
            FluxUnit unit,
            double[] wavelength,
            Hdu flux,
            Hdu ivar,
            @Nullable Hdu mask,
            @Nullable Hdu resolution) {
        static Arm of(FitsContent file, String name) {
            Hdu wavelength = required(file, name + WAVELENGTH);
            Hdu flux = required(file, name + "_FLUX");
            double[] angstroms = wavelength.row();
            double scale = Units.angstroms(wavelength.text("BUNIT"));
            for (int i = 0; i < angstroms.length; i++) {
                angstroms[i] *= scale;
            }
            return new Arm(
                    name,
                    Units.calibrated(flux.text("BUNIT")),
                    angstroms,
                    flux,
                    required(file, name + "_IVAR"),
                    file.named(name + "_MASK").orElse(null),
                    file.named(name + "_RESOLUTION").orElse(null));
        }

        private static Hdu required(FitsContent file, String name) {
            return file.named(name)
                    .filter(Hdu::isImage)
                    .orElseThrow(() -> new SpectrumException("not a spectrum: " + name + " is not there"));
        }

        Pixels pixels(int index, byte number) {
            byte[] arm = new byte[wavelength.length];
            Arrays.fill(arm, number);
            int[] bits = mask == null ? new int[wavelength.length] : Masks.mapped(mask.row(index), Masks.DESI);
            double[] sigma = resolution == null ? null : Resolution.sigma(resolution, index, wavelength);
            return new Pixels(wavelength.clone(), flux.row(index), ivar.row(index), bits, sigma, arm);
        }
    }
}
