package org.novum.fits.layout;

import java.lang.reflect.Array;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.fits.spectrum.Pixels;

/** Pixels of a spectrograph's arms. */
final class Arms {
    private Arms() {}

    /** The arms one after the other. */
    static Pixels joined(List<Pixels> arms) {
        int count = arms.stream().mapToInt(Pixels::count).sum();
        boolean resolved = arms.stream().allMatch(arm -> arm.dispersion() != null);
        Pixels all = new Pixels(
                new double[count],
                new double[count],
                new double[count],
                new int[count],
                resolved ? new double[count] : null,
                new byte[count]);
        int at = 0;
        for (Pixels arm : arms) {
            copy(arm.wavelength(), all.wavelength(), at);
            copy(arm.flux(), all.flux(), at);
            copy(arm.inverseVariance(), all.inverseVariance(), at);
            copy(arm.mask(), all.mask(), at);
            copy(arm.dispersion(), all.dispersion(), at);
            copy(arm.arm(), all.arm(), at);
            at += arm.count();
        }
        return all;
    }

    private static void copy(@Nullable Object from, @Nullable Object to, int at) {
        if (from != null && to != null) {
            System.arraycopy(from, 0, to, at, Array.getLength(from));
        }
    }

    /** Turns the order of an arm's pixels, in place. */
    static void turn(Pixels arm) {
        turn(arm.wavelength());
        turn(arm.flux());
        turn(arm.inverseVariance());
        turn(arm.mask());
        turn(arm.dispersion());
        turn(arm.arm());
    }

    private static void turn(@Nullable Object array) {
        int count = array == null ? 0 : Array.getLength(array);
        for (int i = 0; i < count / 2; i++) {
            Object first = Array.get(array, i);
            Array.set(array, i, Array.get(array, count - 1 - i));
            Array.set(array, count - 1 - i, first);
        }
    }
}
