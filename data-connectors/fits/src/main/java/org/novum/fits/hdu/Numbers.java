package org.novum.fits.hdu;

import java.util.Arrays;
import org.novum.fits.spectrum.SpectrumException;

/** Arrays of the types that FITS has, as double numbers. */
final class Numbers {
    private Numbers() {}

    /** A copy of the numbers times scale plus zero; NaN stays NaN. */
    static double[] copied(Object array, double scale, double zero) {
        return scaled(doubles(array), scale, zero);
    }

    /** The numbers times scale plus zero, changed in place. */
    static double[] scaled(double[] numbers, double scale, double zero) {
        if (scale != 1 || zero != 0) {
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = numbers[i] * scale + zero;
            }
        }
        return numbers;
    }

    private static double[] doubles(Object array) {
        return switch (array) {
            case double[] values -> values.clone();
            case float[] values -> {
                double[] numbers = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    numbers[i] = values[i];
                }
                yield numbers;
            }
            case int[] values -> {
                double[] numbers = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    numbers[i] = values[i];
                }
                yield numbers;
            }
            case long[] values -> {
                double[] numbers = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    numbers[i] = values[i];
                }
                yield numbers;
            }
            case short[] values -> {
                double[] numbers = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    numbers[i] = values[i];
                }
                yield numbers;
            }
            case byte[] values -> {
                double[] numbers = new double[values.length];
                for (int i = 0; i < values.length; i++) {
                    numbers[i] = values[i] & 0xFF;
                }
                yield numbers;
            }
            case Object[] rows -> joined(rows);
            default -> throw new SpectrumException(
                    "not a spectrum: numbers are expected where the file has " + array.getClass().getSimpleName());
        };
    }

    /** Cells of a column one after the other. */
    private static double[] joined(Object[] rows) {
        return Arrays.stream(rows).map(Numbers::doubles).flatMapToDouble(Arrays::stream).toArray();
    }
}
