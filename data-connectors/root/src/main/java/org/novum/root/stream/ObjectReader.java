package org.novum.root.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novum.root.file.Cursor;
import org.novum.root.file.Limits;

/**
 * Reads objects as ROOT's TBufferFile has written them: version and byte count first, then the members that the streamer
 * information of the file lists; pointers carry a class or refer to an object that came before.
 *
 * <p>A member of a kind that is not read ends its object, whose byte count says where the next one begins.
 */
public final class ObjectReader {
    static final String ELEMENTS = "elements";

    private static final int BYTE_COUNT = 0x4000_0000;
    private static final int NEW_CLASS = 0xffff_ffff;
    private static final int CLASS = 0x8000_0000;
    private static final int MAP_OFFSET = 2;

    private final Cursor cursor;
    private final int tagOffset;
    private final Classes classes;
    private final Map<Integer, StreamedObject> objects = new HashMap<>();
    private final Map<Integer, String> classNames = new HashMap<>();
    private int depth;

    /**
     * @param object decompressed bytes of one key's object
     * @param header bytes of the key, from which places in the object are counted
     * @param classes that the file describes
     * @param where file and object, for messages
     */
    public ObjectReader(byte[] object, int header, Classes classes, String where) {
        this.cursor = new Cursor(object, where);
        this.tagOffset = header;
        this.classes = classes;
    }

    /** Reads the key's object. */
    public StreamedObject object(String className) {
        StreamedObject object = new StreamedObject(className);
        objects.put(tagOffset, object);
        read(className, object);
        return object;
    }

    private void read(String className, StreamedObject target) {
        if (++depth > 4 * Limits.MOST_DEPTH) {
            throw cursor.damaged("objects in it are inside each other without end");
        }
        switch (className) {
            case "TObject" -> Head.skipPlainObject(cursor);
            case "TString" -> target.put("fString", cursor.text());
            case "TObjArray" -> array(target);
            case "TList", "THashList" -> list(target);
            case "TNamed" -> named(target);
            case "TBasket" -> EmbeddedBasket.read(cursor, target);
            case "TStreamerInfo" -> streamerInfo(target);
            default -> {
                if (className.startsWith("TStreamer")) {
                    streamerElement(className, target);
                } else {
                    described(className, target);
                }
            }
        }
        depth--;
    }

    private void named(StreamedObject target) {
        Head head = Head.read(cursor);
        Head.skipPlainObject(cursor);
        target.put("fName", cursor.text());
        target.put("fTitle", cursor.text());
        head.finish(cursor);
    }

    private void array(StreamedObject target) {
        Head head = Head.read(cursor);
        if (head.version() > 2) {
            Head.skipPlainObject(cursor);
        }
        if (head.version() > 1) {
            cursor.text(); // a name
        }
        int count = cursor.count(cursor.int32(), 4);
        cursor.skip(4); // the lower bound
        List<@Nullable StreamedObject> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(pointer());
        }
        target.put(ELEMENTS, elements);
        head.finish(cursor);
    }

    private void list(StreamedObject target) {
        Head head = Head.read(cursor);
        Head.skipPlainObject(cursor);
        cursor.text(); // a name
        int count = cursor.count(cursor.int32(), 5);
        List<@Nullable StreamedObject> elements = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            elements.add(pointer());
            cursor.text(); // how to draw it
        }
        target.put(ELEMENTS, elements);
        head.finish(cursor);
    }

    private void streamerInfo(StreamedObject target) {
        Head head = Head.read(cursor);
        named(target);
        cursor.skip(4); // a checksum
        target.put("fClassVersion", (long) cursor.int32());
        Optional.ofNullable(pointer()).ifPresent(elements -> target.put("fElements", elements));
        head.finish(cursor);
    }

    /** TStreamerElement and the classes derived from it, which begin with it. */
    private void streamerElement(String className, StreamedObject target) {
        if (className.equals("TStreamerElement")) {
            Head head = Head.read(cursor);
            named(target);
            target.put("fType", (long) cursor.int32());
            cursor.skip(4); // size in memory
            target.put("fArrayLength", (long) cursor.int32());
            cursor.skip(4 + (head.version() == 1 ? 4L * cursor.count(cursor.int32(), 4) : 20)); // dimensions
            target.put("fTypeName", cursor.text());
            head.finish(cursor);
            return;
        }
        Head head = Head.read(cursor);
        streamerElement("TStreamerElement", target);
        switch (className) {
            case "TStreamerBase" -> {
                if (head.version() > 2) {
                    target.put("fBaseVersion", (long) cursor.int32());
                }
            }
            case "TStreamerBasicPointer", "TStreamerLoop" -> {
                cursor.skip(4); // version of the class that counts
                target.put("fCountName", cursor.text());
            }
            default -> { } // nothing more that matters
        }
        head.finish(cursor);
    }

    private void described(String className, StreamedObject target) {
        Head head = Head.read(cursor);
        head.skipChecksum(cursor);
        Optional<List<Element>> elements = classes.elements(className, head.version());
        if (elements.isEmpty() && head.end() < 0) {
            throw cursor.damaged("it holds a " + className + ", a class that the file does not describe");
        }
        for (Element element : elements.orElse(List.of())) {
            if (!member(element, target)) {
                if (head.end() < 0) {
                    throw cursor.damaged("member " + element.name() + " of " + className + " is a " + element.typeName()
                            + " (streamer type " + element.type() + "), which is not read");
                }
                break;
            }
        }
        head.finish(cursor);
    }

    /** Reads a member; false, having read nothing, if its kind is not known. */
    private boolean member(Element element, StreamedObject target) {
        if (element.isBase()) {
            read(element.name(), target);
            return true;
        }
        if (element.type() == 65) {
            target.put(element.name(), cursor.text());
            return true;
        }
        if (element.isObject()) {
            if (!isReadable(element.typeName())) {
                return false;
            }
            StreamedObject value = new StreamedObject(element.typeName().replace("*", ""));
            read(value.className(), value);
            target.put(element.name(), value);
            return true;
        }
        if (element.isPointer()) {
            Optional.ofNullable(pointer()).ifPresent(value -> target.put(element.name(), value));
            return true;
        }
        return number(element, target);
    }

    /** Whether the class is known, or its objects at least say where they end. */
    private boolean isReadable(String className) {
        int start = cursor.position();
        boolean ends = cursor.remaining() >= 6 && Head.read(cursor).end() >= 0;
        cursor.seek(start);
        return ends || classes.knows(className) || className.startsWith("TObj") || className.equals("TList");
    }

    private boolean number(Element element, StreamedObject target) {
        int type = element.type();
        if (Numbers.isNumber(type)) {
            target.put(element.name(), Numbers.read(cursor, type));
            return true;
        }
        if (Numbers.isNumber(type - Element.ARRAY)) {
            target.put(element.name(), Numbers.array(cursor, type - Element.ARRAY, element.length()));
            return true;
        }
        if (Numbers.isNumber(type - Element.COUNTED)) {
            if (cursor.int8() != 0) {
                long count = target.integer(element.counter());
                target.put(element.name(), Numbers.array(cursor, type - Element.COUNTED, count));
            }
            return true;
        }
        return false;
    }

    /** Reads an object with its class, or finds the one that it refers to. */
    private @Nullable StreamedObject pointer() {
        int start = cursor.position();
        int tag = cursor.int32();
        int tagPlace = start;
        int end = -1;
        if ((tag & BYTE_COUNT) != 0 && tag != NEW_CLASS) {
            end = (int) Math.min(start + 4L + (tag & ~BYTE_COUNT), Integer.MAX_VALUE);
            tagPlace = cursor.position();
            tag = cursor.int32();
        }
        if ((tag & CLASS) == 0) {
            return tag == 0 ? null : objects.get(tag);
        }
        String className;
        if (tag == NEW_CLASS) {
            className = cursor.cString();
            classNames.putIfAbsent(tagOffset + tagPlace + MAP_OFFSET, className);
        } else {
            className = classNames.get(tag & ~CLASS);
            if (className == null) {
                throw cursor.damaged("it refers to a class that it does not name");
            }
        }
        StreamedObject object = new StreamedObject(className);
        objects.put(tagOffset + start + MAP_OFFSET, object);
        read(className, object);
        if (end >= 0) {
            if (cursor.position() > end) {
                throw cursor.damaged("a " + className + " in it is shorter than its members");
            }
            cursor.seek(end);
        }
        return object;
    }
}
