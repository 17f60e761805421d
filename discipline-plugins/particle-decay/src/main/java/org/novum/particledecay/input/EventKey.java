package org.novum.particledecay.input;

import org.apache.arrow.vector.BigIntVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.Float8Vector;

/** One number for the columns that identify an event; a single whole number stays as it is. */
final class EventKey {
    private long key;
    private int columns;

    /** Takes a column's value in. */
    void with(FieldVector vector, int row) {
        long word = switch (vector) {
            case BigIntVector integers -> integers.get(row);
            case Float8Vector numbers -> Double.doubleToLongBits(numbers.get(row));
            default -> text(String.valueOf(vector.getObject(row)));
        };
        key = columns == 0 ? word : mix(mix(key) ^ word);
        columns++;
    }

    long value() {
        return key;
    }

    private static long text(String text) {
        long hash = text.length();
        for (int at = 0; at < text.length(); at++) {
            hash = mix(hash ^ text.charAt(at));
        }
        return hash;
    }

    /** The finaliser of SplittableRandom (Steele, Lea, Flood 2014): a bijection of 64 bits. */
    private static long mix(long value) {
        long z = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
