package org.novum.root.written;

import java.util.ArrayList;
import java.util.List;

/**
 * A branch to write.
 *
 * @param name of the branch
 * @param title which may end in a unit
 * @param leaves of it; the first is that of a TBranchElement too
 * @param rows bytes of each row
 * @param placed whether baskets say where rows are
 * @param element what a TBranchElement says of itself
 */
public record WrittenBranch(
        String name, String title, List<Leaf> leaves, List<byte[]> rows, boolean placed, Element element) {
    /**
     * What a TBranchElement is.
     *
     * @param className C++ class of the whole or of what it is a member of; empty for a TBranch
     * @param id of the member, or -1 for whole objects
     * @param type of branch: 0, or 41 for a member of what is in a collection
     * @param streamerType of the member, or -1
     */
    public record Element(String className, int id, int type, int streamerType) {
        /** A TBranch. */
        public static final Element NONE = whole("");

        /** Objects that are written whole. */
        public static Element whole(String className) {
            return new Element(className, -1, 0, -1);
        }
    }

    /**
     * A leaf.
     *
     * @param className of ROOT
     * @param length of a fixed array
     * @param unsigned whether its integers are
     * @param counter branch that counts it, or empty
     */
    public record Leaf(String className, String name, int length, boolean unsigned, String counter) {}

    /** How one value is written. */
    public interface Value<T> {
        void write(Out out, T value);
    }

    /** A branch of one leaf with one value in each row. */
    public static <T> WrittenBranch plain(String name, String leaf, boolean unsigned, Value<T> value, List<T> rows) {
        return new WrittenBranch(
                name, name, List.of(new Leaf(leaf, name, 1, unsigned, "")), each(value, rows), false, Element.NONE);
    }

    public static WrittenBranch doubles(String name, List<Double> rows) {
        return plain(name, "TLeafD", false, Out::real64, rows);
    }

    public static WrittenBranch ints(String name, List<Integer> rows) {
        return plain(name, "TLeafI", false, Out::int32, rows.stream().map(Integer::longValue).toList());
    }

    public static WrittenBranch longs(String name, List<Long> rows) {
        return plain(name, "TLeafL", false, Out::int64, rows);
    }

    public static WrittenBranch texts(String name, List<String> rows) {
        return new WrittenBranch(
                name, name, List.of(new Leaf("TLeafC", name, 20, false, "")), each(Out::text, rows), true, Element.NONE);
    }

    /** Lists that another branch counts. */
    public static <T> WrittenBranch jagged(String name, Leaf leaf, Value<T> value, List<List<T>> rows) {
        return new WrittenBranch(name, name, List.of(leaf), lists(value, rows), true, Element.NONE);
    }

    /** A std::vector of numbers. */
    public static <T> WrittenBranch vector(String name, String type, Value<T> value, List<List<T>> rows) {
        List<byte[]> bytes = new ArrayList<>();
        for (List<T> row : rows) {
            Out out = Out.big();
            int at = out.begin(9);
            out.int32(row.size());
            row.forEach(item -> value.write(out, item));
            bytes.add(out.end(at).bytes());
        }
        return new WrittenBranch(
                name, name, List.of(new Leaf("TLeafElement", name, 1, false, "")), bytes, true, Element.whole("vector<" + type + ">"));
    }

    /** The same branch with another title. */
    public WrittenBranch titled(String other) {
        return new WrittenBranch(name, other, leaves, rows, placed, element);
    }

    /** The same branch whose baskets do not say where rows are. */
    public WrittenBranch unplaced() {
        return new WrittenBranch(name, title, leaves, rows, false, element);
    }

    public static <T> List<byte[]> each(Value<T> value, List<T> rows) {
        return lists(value, rows.stream().map(List::of).toList());
    }

    private static <T> List<byte[]> lists(Value<T> value, List<List<T>> rows) {
        List<byte[]> bytes = new ArrayList<>();
        for (List<T> row : rows) {
            Out out = Out.big();
            row.forEach(item -> value.write(out, item));
            bytes.add(out.bytes());
        }
        return bytes;
    }
}
