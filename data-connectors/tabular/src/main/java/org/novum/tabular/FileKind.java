package org.novum.tabular;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.novum.api.data.DataException;

/** Tells a table of text from the other files that come under a table's name. */
public final class FileKind {
    private static final int LOOK_AT = 4096;
    private static final String GET_TABLE = "give a table of comma-separated values";

    /** First bytes, as Latin-1, of files that are no tables, each with what to do. */
    private static final Map<String, String[]> BEGINNINGS = Map.of(
            "PK\u0003\u0004", new String[] {"a ZIP archive or a spreadsheet", "unpack it, or export the sheet as CSV"},
            "root\u0000", new String[] {"a ROOT file", "let its name end in .root"},
            "SIMPLE  =", new String[] {"a FITS file", "let its name end in .fits"},
            "PAR1\u0015", new String[] {"a Parquet file", "let its name end in .parquet"},
            "ARROW1\u0000", new String[] {"an Arrow file", "let its name end in .arrow"},
            "\u0089HDF", new String[] {"an HDF5 file", "let its name end in .h5"},
            "%PDF", new String[] {"a PDF document", GET_TABLE},
            "(\u00b5/\u00fd", new String[] {"a Zstandard archive", "decompress it, or compress it with gzip"},
            "BZh", new String[] {"a bzip2 archive", "decompress it, or compress it with gzip"},
            "\u00fd7zXZ", new String[] {"an xz archive", "decompress it, or compress it with gzip"});

    private FileKind() {}

    /**
     * Refuses what is clearly no table.
     *
     * @param block that begins with the file's first byte
     */
    static void requireTable(Block block, String label) {
        int length = Math.min(LOOK_AT, block.end - block.start);
        requireTable(new String(block.bytes, block.start, length, StandardCharsets.ISO_8859_1), label);
    }

    /**
     * Refuses what is clearly no table.
     *
     * @param content of the whole file
     */
    public static void requireTable(byte[] content, String label) {
        requireTable(new String(content, 0, Math.min(LOOK_AT, content.length), StandardCharsets.ISO_8859_1), label);
    }

    private static void requireTable(String text, String label) {
        BEGINNINGS.forEach((beginning, kind) -> {
            if (text.startsWith(beginning)) {
                throw notTable(label, kind[0], kind[1]);
            }
        });
        if (text.startsWith("\u00ff\u00fe") || text.startsWith("\u00fe\u00ff")) {
            throw notTable(label, "text in UTF-16", "save it as UTF-8");
        }
        if (text.indexOf('\0') >= 0) {
            throw notTable(label, "a binary file", GET_TABLE);
        }
        String content = (text.startsWith("\u00ef\u00bb\u00bf") ? text.substring(3) : text).stripLeading();
        if (content.startsWith("<")) {
            throw notTable(label, "an HTML or XML page, perhaps the error page of a server", "get the file again");
        }
        if (content.startsWith("{") || content.startsWith("[")) {
            throw notTable(label, "a JSON document", "give a table, or let the name end in .json, or .jsonl for lines of it");
        }
    }

    private static DataException notTable(String label, String kind, String remedy) {
        return new DataException(label, "this is not a table but " + kind, remedy);
    }
}
