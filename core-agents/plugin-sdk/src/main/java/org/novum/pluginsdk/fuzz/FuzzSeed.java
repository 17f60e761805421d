package org.novum.pluginsdk.fuzz;

import java.util.function.UnaryOperator;

/**
 * A valid file that inputs are made from.
 *
 * @param file name that a damaged copy gets, with the ending that the connector knows
 * @param part of the URI behind the path, such as {@code #events}, or empty
 * @param content what is damaged before it is packed
 * @param packing the file's outermost compression, or the identity; half of the damage is done behind it
 */
public record FuzzSeed(String file, String part, byte[] content, UnaryOperator<byte[]> packing) {
    /** A file that no compression is around. */
    public static FuzzSeed of(String file, byte[] content) {
        return new FuzzSeed(file, "", content, UnaryOperator.identity());
    }

    /** The same in a compression. */
    public FuzzSeed packed(String name, UnaryOperator<byte[]> by) {
        return new FuzzSeed(name, part, content, by);
    }

    /** The same with a part chosen. */
    public FuzzSeed choosing(String chosen) {
        return new FuzzSeed(file, chosen, content, packing);
    }

    /** The file as it is undamaged. */
    byte[] whole() {
        return packing.apply(content);
    }
}
