package org.novum.root.file;

import org.novum.api.data.DataException;

/**
 * A record of a ROOT file (TKey): what object it holds, and where its bytes are.
 *
 * @param className of the object
 * @param name of the object
 * @param cycle which version of the name it is; the highest is the newest
 * @param seek place of the record in the file
 * @param bytes of the whole record
 * @param header bytes of the record's header
 * @param objectBytes of the object when it is decompressed
 */
public record Key(String className, String name, int cycle, long seek, int bytes, int header, int objectBytes) {
    /** Reads a header; the cursor is behind it afterwards. */
    public static Key read(Cursor cursor) {
        int bytes = cursor.int32();
        int version = cursor.int16();
        int objectBytes = cursor.int32();
        cursor.skip(4); // when it was written
        int header = cursor.int16();
        int cycle = cursor.int16();
        int width = version > 1000 ? 8 : 4;
        long seek = cursor.pointer(width);
        cursor.pointer(width); // its directory
        String className = cursor.text();
        String name = cursor.text();
        cursor.text(); // a title
        return new Key(className, name, cycle, seek, bytes, header, objectBytes);
    }

    /** Whether it holds a directory. */
    public boolean isDirectory() {
        return className.equals("TDirectory") || className.equals("TDirectoryFile");
    }

    /**
     * Reads the object, decompressed.
     *
     * @throws DataException if the file does not have it
     */
    public byte[] object(Source source) {
        String where = source.label() + ", " + className + " " + name;
        if (bytes < header || header < 0 || objectBytes < 0) {
            throw new DataException(
                    where,
                    "its record claims " + bytes + " bytes with a header of " + header + " and an object of " + objectBytes,
                    "the file is damaged: get it again");
        }
        return Compression.decompress(
                source.read(seek + header, (long) bytes - header, className + " " + name), objectBytes, where);
    }
}
