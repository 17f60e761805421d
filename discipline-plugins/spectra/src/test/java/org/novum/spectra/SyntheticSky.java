package org.novum.spectra;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.novum.api.data.ColumnType;
import org.novum.api.data.Unit;
import org.novum.pluginsdk.fake.InMemoryColumn;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RawSpectrum;

/** Spectra of gas made of nothing but a continuum and Gaussian lines at their laboratory wavelengths in vacuum. */
public final class SyntheticSky {
    /** Wavelength (Angstrom, vacuum; NIST), strength relative to H beta. */
    private static final double[][] NEBULA = {
        {3727.09, 1.0}, {3729.88, 1.4}, {3869.86, 0.3}, {4341.68, 0.47}, {4862.68, 1}, {4960.30, 1}, {5008.24, 3},
        {5877.31, 0.12}, {6549.85, 0.12}, {6564.61, 2.9}, {6585.27, 0.35}, {6718.29, 0.3}, {6732.67, 0.22}
    };

    private SyntheticSky() {}

    /** A star-forming galaxy. */
    public static RawSpectrum galaxy(String name, double redshift, long seed) {
        double[] wavelength = new double[3800];
        double[] flux = new double[wavelength.length];
        double[] ivar = new double[wavelength.length];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < wavelength.length; i++) {
            wavelength[i] = StrictMath.pow(10, 3.58 + 1e-4 * i);
            flux[i] = 10 + random.nextGaussian();
            ivar[i] = 1;
            for (double[] line : NEBULA) {
                double pixels = StrictMath.log10(wavelength[i] / line[0] / (1 + redshift)) / LogGrid.STEP;
                flux[i] += 40 * line[1] * StrictMath.exp(-0.5 * pixels * pixels / (1.6 * 1.6));
            }
        }
        return new RawSpectrum(name, 0, null, wavelength, flux, ivar, new int[wavelength.length], null);
    }

    /** An active nucleus: a blue continuum and broad lines. */
    public static RawSpectrum quasar(String name, double redshift, long seed) {
        return lines(name, seed, new double[][] {{1215.67, 3}, {1549.06, 1.5}, {1908.73, 1}, {2798.75, 1}, {4862.68, 1}},
                1 + redshift, 40);
    }

    /** A star: a continuum and absorption lines of hydrogen, calcium, magnesium and sodium. */
    public static RawSpectrum star(String name, double redshift, long seed) {
        return lines(name, seed, new double[][] {
            {3934.78, -0.2}, {3969.59, -0.2}, {4102.89, -0.1}, {4341.68, -0.1}, {4862.68, -0.1}, {5176.6, -0.12},
            {5893.0, -0.1}, {6564.61, -0.12}, {8544.44, -0.1}, {8664.52, -0.1}
        }, 1 + redshift, 2);
    }

    private static RawSpectrum lines(String name, long seed, double[][] lines, double stretch, double sigma) {
        RawSpectrum noise = noise(name, seed);
        double[] flux = noise.flux().clone();
        double strength = 0.7 + 0.6 * new SplittableRandom(seed + 99).nextDouble();
        for (int i = 0; i < flux.length; i++) {
            for (double[] line : lines) {
                double pixels = StrictMath.log10(noise.wavelength()[i] / line[0] / stretch) / LogGrid.STEP;
                flux[i] += 40 * strength * line[1] * StrictMath.exp(-0.5 * pixels * pixels / (sigma * sigma));
            }
        }
        return new RawSpectrum(name, 0, null, noise.wavelength(), flux, noise.ivar(), noise.mask(), null);
    }

    /** Noise about a level. */
    public static RawSpectrum noise(String name, long seed) {
        RawSpectrum galaxy = galaxy(name, 0.1, seed);
        SplittableRandom random = new SplittableRandom(seed);
        double[] flux = galaxy.flux().clone();
        for (int i = 0; i < flux.length; i++) {
            flux[i] = 10 + random.nextGaussian();
        }
        return new RawSpectrum(name, 0, null, galaxy.wavelength(), flux, galaxy.ivar(), galaxy.mask(), null);
    }

    /** A row that says why there is no spectrum. */
    public static RawSpectrum broken(String name, String problem) {
        return new RawSpectrum(name, 0, null, new double[0], new double[0], new double[0], new int[0], problem);
    }

    /** The spectra as a part of a dataset. */
    public static InMemoryTable table(String name, List<RawSpectrum> spectra) {
        return InMemoryTable.named(name)
                .texts("file", spectra.stream().map(RawSpectrum::file).toArray(String[]::new))
                .with(new InMemoryColumn.Values(
                        "index", ColumnType.INT32, Unit.ONE, list(spectra.stream().map(RawSpectrum::index).toList())))
                .with(new InMemoryColumn.Values("object", ColumnType.TEXT, Unit.ONE, nulls(spectra.size())))
                .with(numbers("wavelength", spectra.stream().map(RawSpectrum::wavelength).toList()))
                .with(numbers("flux", spectra.stream().map(RawSpectrum::flux).toList()))
                .with(numbers("ivar", spectra.stream().map(RawSpectrum::ivar).toList()))
                .with(masks(spectra))
                .with(new InMemoryColumn.Values(
                        "problem", ColumnType.TEXT, Unit.ONE, new ArrayList<>(spectra.stream().map(RawSpectrum::problem).toList())));
    }

    /** Exposures, rows of their objects' files, as a part of a dataset. */
    public static InMemoryTable exposures(String name, List<List<RawSpectrum>> objects) {
        List<Object> turns = new ArrayList<>();
        List<Object> numbers = new ArrayList<>();
        for (List<RawSpectrum> exposures : objects) {
            for (int turn = 0; turn < exposures.size(); turn++) {
                turns.add(turn);
                numbers.add(4711 + turn);
            }
        }
        return table(name, objects.stream().flatMap(List::stream).toList())
                .with(new InMemoryColumn.Values("exposure", ColumnType.INT32, Unit.ONE, numbers))
                .with(new InMemoryColumn.Values("turn", ColumnType.INT32, Unit.ONE, turns));
    }

    private static List<Object> list(List<?> values) {
        return new ArrayList<>(values);
    }

    private static List<Object> nulls(int count) {
        List<Object> nulls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            nulls.add(null);
        }
        return nulls;
    }

    private static InMemoryColumn numbers(String name, List<double[]> rows) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(java.util.Arrays.stream(row).boxed().toList()));
        return new InMemoryColumn.Values(name, ColumnType.FLOAT64_LIST, Unit.ONE, values);
    }

    private static InMemoryColumn masks(List<RawSpectrum> spectra) {
        List<Object> values = new ArrayList<>();
        spectra.forEach(one -> values.add(java.util.Arrays.stream(one.mask()).boxed().toList()));
        return new InMemoryColumn.Values("mask", ColumnType.INT32_LIST, Unit.ONE, values);
    }
}
