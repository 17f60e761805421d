package org.novum.texttables;

/**
 * A column of a table of text.
 *
 * @param name in the file
 * @param unit symbol, or empty
 * @param reading of its fields
 */
record TextColumn(String name, String unit, Reading reading) {
    /** A column without a unit. */
    static TextColumn of(String name, Reading reading) {
        return new TextColumn(name, "", reading);
    }
}
