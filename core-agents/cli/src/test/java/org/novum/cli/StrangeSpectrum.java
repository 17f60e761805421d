package org.novum.cli;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;

/** Spectra of nothing in the sky, made from real ones: with their pixels, errors and brightness. */
enum StrangeSpectrum {
    /** Written backwards. */
    REVERSED {
        @Override
        void make(Light light, SplittableRandom random) {
            for (int i = light.first; i < light.end; i++) {
                light.flux[i] = light.real.flux()[light.first + light.end - 1 - i];
                light.ivar[i] = light.real.ivar()[light.first + light.end - 1 - i];
            }
        }
    },
    /** Its pixels in another order. */
    SHUFFLED {
        @Override
        void make(Light light, SplittableRandom random) {
            for (int i = light.end - 1; i > light.first; i--) {
                int other = light.first + random.nextInt(i - light.first + 1);
                double value = light.flux[i];
                light.flux[i] = light.flux[other];
                light.flux[other] = value;
            }
        }
    },
    /** Flat but for a step in the middle. */
    STEP {
        @Override
        void make(Light light, SplittableRandom random) {
            double jump = 1.3 + 0.7 * random.nextDouble();
            int middle = (light.first + light.end) / 2;
            light.draw(random, i -> i < middle ? 1 : jump);
        }
    },
    /** A straight line. */
    STRAIGHT {
        @Override
        void make(Light light, SplittableRandom random) {
            double slope = 2 * random.nextDouble() - 1;
            light.draw(random, i -> 1 + slope * ((double) (i - light.first) / (light.end - light.first) - 0.5));
        }
    },
    /** Waves of 10 to 400 pixels. */
    WAVES {
        @Override
        void make(Light light, SplittableRandom random) {
            double length = 10 * StrictMath.pow(40, random.nextDouble());
            light.draw(random, i -> 1 + 0.25 * StrictMath.sin(i / length));
        }
    },
    /** Twelve emission lines at random. */
    LINES {
        @Override
        void make(Light light, SplittableRandom random) {
            double[] centres = random.doubles(12, light.first, light.end).toArray();
            double[] heights = random.doubles(12, 0.1, 0.8).toArray();
            light.draw(random, i -> 1 + profile(i, centres, heights, 3));
        }
    },
    /** Lines of neon and mercury. */
    LAMP {
        @Override
        void make(Light light, SplittableRandom random) {
            double[] centres = Arrays.stream(LAMP_LINES).map(LogGrid::position).toArray();
            double[] heights = random.doubles(centres.length, -0.5, 1).map(power -> StrictMath.pow(10, power)).toArray();
            light.draw(random, i -> 0.2 + profile(i, centres, heights, 1.2));
        }
    };

    /** Wavelengths in vacuum, Angstrom (NIST). */
    private static final double[] LAMP_LINES = {
        4047.7, 4359.6, 5462.3, 5771.2, 5792.3, 5854.1, 5883.5, 5946.5, 5977.2, 6031.7, 6075.9, 6097.9, 6144.8, 6165.3, 6219.0,
        6268.2, 6306.5, 6336.2, 6384.8, 6403.9, 6508.3, 6534.7, 6600.8, 6680.1, 6719.0, 6931.3, 7034.4, 7175.9, 7247.2, 7440.9,
        7490.9, 7537.8, 8379.9, 8420.7, 8497.7, 8593.6, 8656.8
    };

    abstract void make(Light light, SplittableRandom random);

    /** One made from a real spectrum. */
    GridSpectrum of(GridSpectrum real, SplittableRandom random) {
        Light light = new Light(real);
        make(light, random);
        return GridSpectrum.of(light.flux, light.ivar);
    }

    private static double profile(int pixel, double[] centres, double[] heights, double sigma) {
        double sum = 0;
        for (int k = 0; k < centres.length; k++) {
            double off = (pixel - centres[k]) / sigma;
            sum += Math.abs(off) < 8 ? heights[k] * StrictMath.exp(-0.5 * off * off) : 0;
        }
        return sum;
    }

    /** What is written to. */
    private static final class Light {
        private final GridSpectrum real;
        private final double[] flux;
        private final double[] ivar;
        private final int first;
        private final int end;
        private final double typical;

        Light(GridSpectrum real) {
            this.real = real;
            flux = real.flux().clone();
            ivar = real.ivar().clone();
            first = real.first();
            end = real.end();
            double[] known = new double[real.informed()];
            int count = 0;
            for (int i = first; i < end; i++) {
                if (ivar[i] > 0) {
                    known[count++] = flux[i];
                }
            }
            Arrays.sort(known);
            typical = known[count / 2];
        }

        /** Light in units of the typical flux, with noise of the spectrum's errors. */
        void draw(SplittableRandom random, java.util.function.IntToDoubleFunction shape) {
            for (int i = first; i < end; i++) {
                double noise = ivar[i] > 0 ? random.nextGaussian() / Math.sqrt(ivar[i]) : 0;
                flux[i] = typical * shape.applyAsDouble(i) + noise;
            }
        }
    }
}
