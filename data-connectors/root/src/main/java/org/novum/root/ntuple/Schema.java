package org.novum.root.ntuple;

import java.util.ArrayList;
import java.util.List;

/**
 * Fields and columns of an ntuple, in the order of their ids (RNTuple Binary Format Specification 1.0, "Header Envelope").
 */
final class Schema {
    private final List<Field> fields = new ArrayList<>();
    private final List<Column> columns = new ArrayList<>();
    private final List<Alias> aliases = new ArrayList<>();

    /** What a field is to those below it. */
    enum Role {
        LEAF,
        COLLECTION,
        RECORD,
        VARIANT,
        STREAMED,
        UNKNOWN
    }

    /**
     * A C++ type in the tree of fields.
     *
     * @param id of the field
     * @param parent id of the field that it is in; its own at the top
     * @param repeated how often it is in every entry, or 0 if it is no fixed array
     */
    record Field(int id, long parent, Role role, String name, String type, String description, long repeated) {}

    /**
     * Numbers of one type on disk.
     *
     * @param field that they belong to
     * @param representation which of several ways of writing the field it is
     * @param deferred whether leading zeros were left out
     */
    record Column(int type, int bits, long field, int representation, boolean deferred, double min, double max) {}

    /** A column that a projected field shares with the field that it is a projection of. */
    record Alias(long column, long field) {}

    List<Field> fields() {
        return fields;
    }

    List<Column> columns() {
        return columns;
    }

    List<Alias> aliases() {
        return aliases;
    }

    /** Refuses features that are not known, as the specification asks of readers. */
    static void requireNoFeatures(LittleCursor cursor) {
        long flags = cursor.int64();
        if (flags != 0) {
            throw cursor.damaged("it uses features (" + Long.toHexString(flags) + ") of a newer format than RNTuple 1.0");
        }
    }

    /** Adds a description: that of the header, or one that extends it. */
    void add(LittleCursor cursor) {
        LittleCursor.Frame list = cursor.list();
        for (int i = 0; i < list.items(); i++) {
            field(cursor);
        }
        cursor.leave(list);
        list = cursor.list();
        for (int i = 0; i < list.items(); i++) {
            column(cursor);
        }
        cursor.leave(list);
        list = cursor.list();
        for (int i = 0; i < list.items(); i++) {
            LittleCursor.Frame frame = cursor.record();
            aliases.add(new Alias(cursor.uint32(), cursor.uint32()));
            cursor.leave(frame);
        }
        cursor.leave(list);
        cursor.leave(cursor.list()); // information on types, for ROOT alone
    }

    private void field(LittleCursor cursor) {
        LittleCursor.Frame frame = cursor.record();
        cursor.int32(); // version of the field
        cursor.int32(); // version of its type
        long parent = cursor.uint32();
        int role = cursor.uint16();
        int flags = cursor.uint16();
        String name = cursor.text();
        String type = cursor.text();
        cursor.text(); // the type as the author wrote it
        String description = cursor.text();
        long repeated = (flags & 1) != 0 ? cursor.int64() : 0;
        cursor.leave(frame);
        Role known = role < Role.UNKNOWN.ordinal() ? Role.values()[role] : Role.UNKNOWN;
        fields.add(new Field(fields.size(), parent, known, name, type, description, repeated));
    }

    private void column(LittleCursor cursor) {
        LittleCursor.Frame frame = cursor.record();
        int type = cursor.uint16();
        int bits = cursor.uint16();
        long field = cursor.uint32();
        int flags = cursor.uint16();
        int representation = cursor.uint16();
        boolean deferred = (flags & 1) != 0;
        if (deferred) {
            cursor.int64(); // where it begins, which its pages tell too
        }
        double min = (flags & 2) != 0 ? cursor.real64() : 0;
        double max = (flags & 2) != 0 ? cursor.real64() : 0;
        cursor.leave(frame);
        columns.add(new Column(type, bits, field, representation, deferred, min, max));
    }
}
