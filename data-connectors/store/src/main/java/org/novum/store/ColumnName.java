package org.novum.store;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.novum.api.data.ColumnCard;

/**
 * One column of a source.
 *
 * @param part it is in
 * @param column its name and type
 * @param form whether these are its values, or its fields as they are written
 */
record ColumnName(String part, ColumnCard column, Form form) {
    /** What is kept of a column. */
    enum Form {
        VALUES,
        AS_WRITTEN
    }

    /** A name for the file that says where its values are. */
    String fileName() {
        String text = part + "\0" + column.name() + "\0" + column.type() + "\0" + form;
        return HexFormat.of().formatHex(SourceKey.sha256().digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16) + ".json";
    }
}
