package org.novum.fits.hdu;

import java.lang.reflect.Array;
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

    /** The values of an array of arrays, however many dimensions it has, in one, in the order of the file. */
    static Object flat(Object array) {
        if (!(array instanceof Object[] parts) || !array.getClass().getComponentType().isArray()) {
            return array;
        }
        Object[] plain = Arrays.stream(parts).map(Numbers::flat).toArray();
        Class<?> type = array.getClass();
        while (type.isArray()) {
            type = type.getComponentType();
        }
        Object all = Array.newInstance(type, Arrays.stream(plain).mapToInt(Array::getLength).sum());
        int at = 0;
        for (Object part : plain) {
            System.arraycopy(part, 0, all, at, Array.getLength(part));
            at += Array.getLength(part);
        }
        return all;
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
