package org.novum.cli;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.novum.cli.FitsText.Card;
import org.novum.cli.FitsText.Column;

/** The layouts of the surveys, as files in which one spectrum can be written. */
enum SurveyLayout {
    /** Columns in lower case, one row per pixel. */
    SDSS_LEGACY {
        @Override
        byte[] write(Sampled s) {
            return spec(s, "flux", "ivar", "loglam", "and_mask", "or_mask");
        }
    },
    /** The same in upper case. */
    BOSS {
        @Override
        byte[] write(Sampled s) {
            return spec(s, "FLUX", "IVAR", "LOGLAM", "AND_MASK", "OR_MASK");
        }
    },
    /** An image of five rows. */
    LAMOST_DR1 {
        @Override
        byte[] write(Sampled s) {
            int n = s.flux().length;
            double[] rows = new double[5 * n];
            System.arraycopy(s.flux(), 0, rows, 0, n);
            System.arraycopy(s.ivar(), 0, rows, n, n);
            Arrays.fill(rows, 2 * n, 3 * n, 1);
            double[] wavelength = s.wavelength();
            return new FitsText()
                    .image('E', new int[] {n, 5}, rows,
                            new Card("COEFF0", Math.rint(StrictMath.log10(wavelength[0]) * 1e4) / 1e4),
                            new Card("COEFF1", 1e-4))
                    .bytes();
        }
    },
    /** A table of one row of vectors. */
    LAMOST_DR8 {
        @Override
        byte[] write(Sampled s) {
            return new FitsText()
                    .primary()
                    .table(
                            "COADD_01",
                            new Column("FLUX", 'E', new double[][] {s.flux()}),
                            new Column("IVAR", 'E', new double[][] {s.ivar()}),
                            new Column("WAVELENGTH", 'D', new double[][] {s.wavelength()}),
                            new Column("ANDMASK", 'E', new double[][] {new double[s.flux().length]}),
                            new Column("ORMASK", 'E', new double[][] {new double[s.flux().length]}))
                    .bytes();
        }
    },
    /** Three arms of equal steps, which overlap. */
    DESI {
        @Override
        byte[] write(Sampled s) {
            FitsText file = new FitsText()
                    .primary()
                    .table(
                            "FIBERMAP",
                            new Column("TARGETID", 'K', new double[][] {{39_000_000}}),
                            new Column("TARGET_RA", 'D', new double[][] {{150}}),
                            new Column("TARGET_DEC", 'D', new double[][] {{2}}));
            String[] names = {"B", "R", "Z"};
            double[][] ranges = {{3600, 5800}, {5760, 7620}, {7520, 9824}};
            for (int arm = 0; arm < names.length; arm++) {
                double[] grid = grid(ranges[arm][0], ranges[arm][1], 0.8);
                Sampled cut = s.on(grid);
                int n = grid.length;
                // What both arms see is one measurement here: each has half of the information.
                double[] ivar = new double[n];
                for (int i = 0; i < n; i++) {
                    boolean twice = grid[i] > 5760 && grid[i] < 5800 || grid[i] > 7520 && grid[i] < 7620;
                    ivar[i] = cut.ivar()[i] * (twice ? 0.5 : 1);
                }
                file.image('D', new int[] {n}, grid, new Card("EXTNAME", names[arm] + "_WAVELENGTH"), new Card("BUNIT", "Angstrom"))
                        .image('E', new int[] {n, 1}, cut.flux(), new Card("EXTNAME", names[arm] + "_FLUX"),
                                new Card("BUNIT", "10**-17 erg/(s cm2 Angstrom)"))
                        .image('E', new int[] {n, 1}, ivar, new Card("EXTNAME", names[arm] + "_IVAR"));
            }
            return file.bytes();
        }
    },
    /** Equal steps in air, with variances. */
    OZDES {
        @Override
        byte[] write(Sampled s) {
            double[] air = grid(3740, 8840, 1.03);
            double[] vacuum = Arrays.stream(air).map(SurveyLayout::vacuum).toArray();
            Sampled cut = s.on(vacuum);
            double[] variance = Arrays.stream(cut.ivar()).map(value -> value > 0 ? 1 / value : 1e30).toArray();
            return new FitsText()
                    .image('E', new int[] {air.length}, cut.flux(),
                            new Card("CRVAL1", air[0]),
                            new Card("CRPIX1", 1.0),
                            new Card("CDELT1", 1.03),
                            new Card("CUNIT1", "Angstroms"))
                    .image('E', new int[] {air.length}, variance, new Card("EXTNAME", "VARIANCE"))
                    .bytes();
        }
    };

    /** The spectrum as this survey's file. */
    abstract byte[] write(Sampled spectrum);

    /**
     * A spectrum in vacuum.
     *
     * @param wavelength ascending, Angstrom
     * @param flux per Angstrom
     * @param ivar inverse variance
     */
    record Sampled(double[] wavelength, double[] flux, double[] ivar) {
        /** What lies within a range of wavelengths. */
        Sampled between(double low, double high) {
            int[] kept = IntStream.range(0, flux.length)
                    .filter(i -> wavelength[i] >= low && wavelength[i] <= high)
                    .toArray();
            return new Sampled(pick(wavelength, kept), pick(flux, kept), pick(ivar, kept));
        }

        private static double[] pick(double[] values, int[] kept) {
            return Arrays.stream(kept).mapToDouble(i -> values[i]).toArray();
        }

        /** The same light and information on other pixels, in proportion to the overlap. */
        Sampled on(double[] grid) {
            double[] sum = new double[grid.length];
            double[] information = new double[grid.length];
            for (int i = 0; i < flux.length; i++) {
                double low = edge(wavelength, i, -1);
                double high = edge(wavelength, i, 1);
                int at = Arrays.binarySearch(grid, low);
                for (int j = Math.max(0, at < 0 ? -at - 3 : at - 1); j < grid.length && edge(grid, j, -1) < high; j++) {
                    double overlap = Math.min(high, edge(grid, j, 1)) - Math.max(low, edge(grid, j, -1));
                    if (overlap > 0) {
                        double share = ivar[i] * overlap / (high - low);
                        sum[j] += share * flux[i];
                        information[j] += share;
                    }
                }
            }
            for (int j = 0; j < sum.length; j++) {
                sum[j] = information[j] > 0 ? sum[j] / information[j] : 0;
            }
            return new Sampled(grid, sum, information);
        }

        private static double edge(double[] grid, int i, int side) {
            int other = i + side;
            return other < 0 || other >= grid.length
                    ? grid[i] + side * Math.abs(grid[i] - grid[i - side]) / 2
                    : (grid[i] + grid[other]) / 2;
        }
    }

    private static byte[] spec(Sampled s, String... names) {
        int n = s.flux().length;
        double[] logarithm = Arrays.stream(s.wavelength()).map(StrictMath::log10).toArray();
        return new FitsText()
                .primary()
                .table(
                        "COADD",
                        new Column(names[0], 'E', cells(s.flux())),
                        new Column(names[2], 'E', cells(logarithm)),
                        new Column(names[1], 'E', cells(s.ivar())),
                        new Column(names[3], 'J', new double[n][1]),
                        new Column(names[4], 'J', new double[n][1]))
                .bytes();
    }

    private static double[][] cells(double[] values) {
        return Arrays.stream(values).mapToObj(value -> new double[] {value}).toArray(double[][]::new);
    }

    private static double[] grid(double first, double last, double step) {
        return IntStream.rangeClosed(0, (int) ((last - first) / step)).mapToDouble(i -> first + i * step).toArray();
    }

    /** Ciddor (1996), Applied Optics 35, 1566, solved for the wavelength in vacuum. */
    private static double vacuum(double air) {
        double vacuum = air;
        for (int turn = 0; turn < 5; turn++) {
            double s = 1e8 / (vacuum * vacuum);
            vacuum = air * (1 + 5.792105e-2 / (238.0185 - s) + 1.67917e-3 / (57.362 - s));
        }
        return vacuum;
    }
}
