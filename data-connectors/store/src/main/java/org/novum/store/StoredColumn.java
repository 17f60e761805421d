package org.novum.store;

/**
 * Where a column's values are in the store.
 *
 * @param object SHA-256 of the Arrow file, in hexadecimal digits; also its name
 * @param bytes that the file has
 */
record StoredColumn(String object, long bytes) {}
