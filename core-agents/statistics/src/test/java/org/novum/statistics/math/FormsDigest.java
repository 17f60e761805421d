package org.novum.statistics.math;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Prints the form in use and a digest of many results; run in a second virtual machine by the forms test. */
final class FormsDigest {
    private FormsDigest() {}

    public static void main(String[] arguments) {
        System.out.println(StableMath.form() + " " + digest());
    }

    static long digest() {
        double[] x = new SplittableRandom(3).doubles(20_011, -50, 50).toArray();
        double[] y = new double[x.length];
        StableMath.exp(x, 0, y, 0, x.length);
        long digest = Arrays.hashCode(y);
        digest = 31 * digest + Double.doubleToLongBits(StableMath.sumOfLogs(y, 0, y.length));
        digest = 31 * digest + Double.doubleToLongBits(StableMath.sum(y, 3, 9_999));
        return 31 * digest + Double.doubleToLongBits(StableMath.dot(x, y, 1, 20_000));
    }
}
