package org.novum.tabular;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Whether bytes are text in UTF-8: tables in other encodings would go on as what is text nowhere. */
final class Utf8 {
    static final String REMEDY = "save the table as UTF-8, for instance by: iconv -f latin1 -t utf-8";

    private Utf8() {}

    /** Whether the bytes from start (inclusive) to end (exclusive) are well-formed. */
    static boolean is(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            if (bytes[at] < 0) {
                return isWellFormed(bytes, at, end);
            }
        }
        return true;
    }

    private static boolean isWellFormed(byte[] bytes, int start, int end) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, start, end - start));
            return true;
        } catch (CharacterCodingException _) {
            return false;
        }
    }
}
