package org.novum.root.stream;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a ROOT file: its class and the members that could be read, those of base classes among them.
 *
 * <p>Integers and booleans are {@link Long}, floating-point numbers {@link Double}; arrays of them are {@code long[]} and
 * {@code double[]}. A member that is not there reads as zero, empty or absent: older versions of a class have fewer.
 */
public final class StreamedObject {
    private static final long[] NONE = {};

    private final String className;
    private final Map<String, Object> members = new HashMap<>();

    StreamedObject(String className) {
        this.className = className;
    }

    /** The class that wrote it. */
    public String className() {
        return className;
    }

    void put(String name, Object value) {
        members.put(name, value);
    }

    /** An integer member. */
    public long integer(String name) {
        return members.get(name) instanceof Long value ? value : 0;
    }

    /** A text member. */
    public String text(String name) {
        return members.get(name) instanceof String value ? value : "";
    }

    /** An array of integers. */
    public long[] integers(String name) {
        return members.get(name) instanceof long[] values ? values : NONE;
    }

    /** Bytes that were kept as they are; null where there are none. */
    public byte @Nullable [] bytes(String name) {
        return members.get(name) instanceof byte[] values ? values : null;
    }

    /** A member that is an object of its own. */
    public @Nullable StreamedObject object(String name) {
        return members.get(name) instanceof StreamedObject value ? value : null;
    }

    /** The elements of a member that is a list; empty places are null. */
    public List<@Nullable StreamedObject> list(String name) {
        StreamedObject list = object(name);
        return list == null ? List.of() : list.elements();
    }

    /** The elements, if this is a list. */
    @SuppressWarnings("unchecked")
    public List<@Nullable StreamedObject> elements() {
        return members.get(ObjectReader.ELEMENTS) instanceof List<?> values
                ? (List<@Nullable StreamedObject>) values
                : List.of();
    }
}
