package org.novum.texttables;

import org.novum.api.data.DataException;

/**
 * A file's text.
 *
 * @param label what messages call it
 * @param content of it, decompressed
 */
record TextFile(String label, byte[] content) {
    /** The most that is held in memory. */
    static final int MOST = 1 << 26;

    LineCursor lines() {
        return new LineCursor(content);
    }

    String line(int number) {
        return label + ", line " + number;
    }

    DataException broken(int line, String problem, String remedy) {
        return new DataException(line(line), problem, remedy);
    }
}
