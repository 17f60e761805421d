package org.novum.fits.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.fits.hdu.FitsContent;
import org.novum.fits.hdu.Hdu;
import org.novum.fits.spectrum.FluxUnit;
import org.novum.fits.spectrum.Identity;
import org.novum.fits.spectrum.Pixels;
import org.novum.fits.spectrum.SpectrumFile;
import org.novum.fits.spectrum.SpectrumRow;
import org.novum.fits.wavelength.LogGrid;

/**
 * The single exposures of a full {@code spec-PLATE-MJD-FIBER}: from the fifth unit on a table per camera and exposure, named
 * camera, exposure, flat and arc, such as {@code B2-00024967-00024972-00024973}, on the camera's own pixels
 * (https://data.sdss.org/datamodel/files/BOSS_SPECTRO_REDUX/RUN2D/spectra/PLATE4/spec.html).
 *
 * <p>Blue and red camera of one exposure are the arms of one spectrum. Exposures are in the order of their numbers, which is
 * that of time. Flux is calibrated and wavelengths are in the Sun's frame, as in the sum of the exposures; blue cameras
 * store wavelengths from long to short, which is turned.
 */
final class SdssExposures implements SpectrumFile {
    private static final int FIRST = 4;
    private static final Pattern NAME = Pattern.compile("([BR])[0-9]-([0-9]{1,9})(-.*)?", Pattern.CASE_INSENSITIVE);

    private final Target target;
    private final List<Exposure> exposures;

    private SdssExposures(Target target, List<Exposure> exposures) {
        this.target = target;
        this.exposures = exposures;
    }

    /**
     * What all exposures share.
     *
     * @param identity of the object
     * @param primary unit, whose header says what wavelengths are
     * @param unit of the flux
     */
    record Target(Identity identity, Hdu primary, FluxUnit unit) {}

    private record Exposure(int number, List<Camera> cameras) {}

    private record Camera(byte arm, Hdu table) {}

    /** The exposures; empty if the file holds none. */
    static Optional<SpectrumFile> of(FitsContent file, Target target) {
        TreeMap<Integer, List<Camera>> found = new TreeMap<>();
        for (int place = FIRST; file.unit(place).isPresent(); place++) {
            Hdu table = file.unit(place).orElseThrow();
            Matcher name = NAME.matcher(table.name());
            if (name.matches() && table.hasColumn("flux") && table.hasColumn("ivar") && table.hasColumn("loglam")) {
                byte arm = (byte) (name.group(1).equalsIgnoreCase("B") ? 0 : 1);
                found.computeIfAbsent(Integer.valueOf(name.group(2)), _ -> new ArrayList<>())
                        .add(new Camera(arm, table));
            }
        }
        List<Exposure> exposures = found.entrySet().stream()
                .map(entry -> new Exposure(
                        entry.getKey(),
                        entry.getValue().stream().sorted(Comparator.comparing(Camera::arm)).toList()))
                .toList();
        return exposures.isEmpty() ? Optional.empty() : Optional.of(new SdssExposures(target, exposures));
    }

    @Override
    public int size() {
        return exposures.size();
    }

    @Override
    public Identity identity(int index) {
        return target.identity();
    }

    @Override
    public OptionalInt exposure(int index) {
        return OptionalInt.of(exposures.get(index).number());
    }

    @Override
    public SpectrumRow.Spectrum read(int index) {
        List<Pixels> cameras = exposures.get(index).cameras().stream()
                .map(camera -> pixels(camera, target.primary()))
                .toList();
        return new SpectrumRow.Spectrum(target.identity(), Arms.joined(cameras), target.unit());
    }

    private static Pixels pixels(Camera camera, Hdu primary) {
        Hdu table = camera.table();
        Units.requireLogarithm(table.columnUnit("loglam"));
        double[] wavelength = LogGrid.wavelengths(table.numbers("loglam"));
        Frames.toVacuum(primary, wavelength);
        double[] mask = table.hasColumn("mask") ? table.numbers("mask") : new double[wavelength.length];
        byte[] arm = new byte[wavelength.length];
        Arrays.fill(arm, camera.arm());
        double[] sigma =
                table.hasColumn("wdisp") ? SdssSpec.sigma(wavelength, table.numbers("wdisp")) : null;
        Pixels pixels = new Pixels(
                wavelength, table.numbers("flux"), table.numbers("ivar"), Masks.mapped(mask, Masks.SDSS), sigma, arm);
        if (pixels.count() > 1 && wavelength[0] > wavelength[1]) {
            Arms.turn(pixels);
        }
        return pixels;
    }
}
