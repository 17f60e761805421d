package org.novum.root.stream;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.novum.root.column.Scalar;
import org.novum.root.file.Cursor;
import org.novum.root.file.Limits;

/**
 * Where the numbers lie in objects of one class that are written whole: {@code fP.fX}, {@code fE} of a TLorentzVector.
 *
 * <p>Base classes and members that are objects are followed; text is gone over.
 */
public final class Layout {
    private final Classes classes;
    private final String className;
    private final List<Member> members = new ArrayList<>();

    /**
     * A number in each object.
     *
     * @param path names of members with dots between them
     */
    public record Member(String path, Scalar scalar) {}

    /** A class that cannot be read, and why. */
    public static final class UnreadException extends Exception {
        UnreadException(String reason) {
            super(reason);
        }
    }

    private Layout(Classes classes, String className) {
        this.classes = classes;
        this.className = className;
    }

    /**
     * The layout of a class.
     *
     * @throws UnreadException naming the class or member that is not read
     */
    public static Layout of(Classes classes, String className) throws UnreadException {
        Layout layout = new Layout(classes, className);
        layout.list(className, "", 0);
        return layout;
    }

    /** The numbers, in the order in which they are written. */
    public List<Member> members() {
        return members;
    }

    private void list(String name, String prefix, int depth) throws UnreadException {
        if (name.equals("TObject")) {
            return;
        }
        List<Element> elements = classes.elements(name, Integer.MIN_VALUE)
                .orElseThrow(() -> new UnreadException("the file does not describe class " + name));
        if (depth > Limits.MOST_DEPTH || members.size() > 10_000) {
            throw new UnreadException("class " + name + " is inside itself, or too large");
        }
        for (Element element : elements) {
            Optional<Scalar> scalar = scalar(element.type());
            if (element.isBase()) {
                list(element.name(), prefix, depth + 1);
            } else if (isText(element)) {
                continue;
            } else if (element.isObject()) {
                list(element.typeName(), prefix + element.name() + ".", depth + 1);
            } else if (scalar.isPresent()) {
                members.add(new Member(prefix + element.name(), scalar.get()));
            } else {
                throw new UnreadException("member " + element.name() + " of class " + name + " is a " + element.typeName()
                        + " (streamer type " + element.type() + ")");
            }
        }
    }

    /**
     * Goes over one object and reports where one number lies.
     *
     * @param wanted index of the number among {@link #members()}
     * @param found told the place
     */
    public void locate(Cursor cursor, int wanted, IntConsumer found) {
        new Walk(cursor, wanted, found).object(className, 0);
    }

    private final class Walk {
        private final Cursor cursor;
        private final int wanted;
        private final IntConsumer found;
        private int member;

        Walk(Cursor cursor, int wanted, IntConsumer found) {
            this.cursor = cursor;
            this.wanted = wanted;
            this.found = found;
        }

        void object(String name, int depth) {
            if (name.equals("TObject")) {
                Head.skipPlainObject(cursor);
                return;
            }
            Head head = Head.read(cursor);
            head.skipChecksum(cursor);
            if (!classes.isNewest(name, head.version())) {
                throw cursor.damaged("it holds version " + head.version() + " of " + name + ", which the file does not describe");
            }
            for (Element element : classes.elements(name, Integer.MIN_VALUE).orElse(List.of())) {
                if (element.isBase()) {
                    object(element.name(), depth + 1);
                } else if (isText(element)) {
                    cursor.text();
                } else if (element.isObject()) {
                    object(element.typeName(), depth + 1);
                } else {
                    if (member++ == wanted) {
                        found.accept(cursor.position());
                    }
                    cursor.bytesAhead(Numbers.width(element.type()));
                }
            }
            head.finish(cursor);
        }
    }

    private static boolean isText(Element element) {
        return element.type() == 65;
    }

    /** The number that a streamer type means. */
    public static Optional<Scalar> scalar(int type) {
        return Optional.ofNullable(
                switch (type) {
                    case 1, 10 -> Scalar.INT8;
                    case 2 -> Scalar.INT16;
                    case 3, 6 -> Scalar.INT32;
                    case 4, 16 -> Scalar.INT64;
                    case 5 -> Scalar.FLOAT32;
                    case 8 -> Scalar.FLOAT64;
                    case 11 -> Scalar.UINT8;
                    case 12 -> Scalar.UINT16;
                    case 13, 15 -> Scalar.UINT32;
                    case 14, 17 -> Scalar.UINT64;
                    case 18 -> Scalar.BOOL;
                    default -> null;
                });
    }
}
