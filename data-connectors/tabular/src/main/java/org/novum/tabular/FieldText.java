package org.novum.tabular;

/** The text of a field: without its quotes, doubled quotes halved (RFC 4180), without a closing carriage return. */
final class FieldText {
    private FieldText() {}

    static String of(byte[] bytes, int start, int end) {
        return exactly(bytes, start, contentEnd(bytes, start, end));
    }

    /** The same of a field that no line's end is behind. */
    static String exactly(byte[] bytes, int start, int end) {
        if (!isQuoted(bytes, start, end)) {
            return NumberText.text(bytes, start, end);
        }
        return NumberText.text(bytes, start + 1, end - 1).replace("\"\"", "\"");
    }

    /** Appends the field's bytes to a buffer that is large enough; returns where they end there. */
    static int append(byte[] bytes, int start, int end, byte[] target, int at) {
        int last = contentEnd(bytes, start, end);
        if (!isQuoted(bytes, start, last)) {
            System.arraycopy(bytes, start, target, at, last - start);
            return at + last - start;
        }
        int next = at;
        for (int i = start + 1; i < last - 1; i++) {
            target[next++] = bytes[i];
            if (bytes[i] == '"' && i + 1 < last - 1 && bytes[i + 1] == '"') {
                i++;
            }
        }
        return next;
    }

    private static int contentEnd(byte[] bytes, int start, int end) {
        return end > start && bytes[end] == '\n' && bytes[end - 1] == '\r' ? end - 1 : end;
    }

    private static boolean isQuoted(byte[] bytes, int start, int end) {
        return end - start >= 2 && bytes[start] == '"' && bytes[end - 1] == '"';
    }
}
