package org.novum.texttables;

import java.nio.charset.StandardCharsets;

/** Walks through the lines of a text; a line's end is a line feed, with or without a carriage return before it. */
final class LineCursor {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** The whole text. */
    final byte[] text;

    /** First byte of the line. */
    int start;

    /** Behind the line's last byte. */
    int end;

    /** Number of the line, the first is 1. */
    int number;

    private int next;

    LineCursor(byte[] text) {
        this.text = text;
        this.next = isMarked(text) ? MARK.length : 0;
    }

    private static boolean isMarked(byte[] text) {
        return text.length >= MARK.length && text[0] == MARK[0] && text[1] == MARK[1] && text[2] == MARK[2];
    }

    /** Goes to the next line, if there is one. */
    boolean next() {
        if (next >= text.length) {
            return false;
        }
        start = next;
        int feed = start;
        while (feed < text.length && text[feed] != '\n') {
            feed++;
        }
        next = feed + 1;
        end = feed > start && text[feed - 1] == '\r' ? feed - 1 : feed;
        number++;
        return true;
    }

    /** Whether there is nothing but blanks. */
    boolean isBlank() {
        for (int at = start; at < end; at++) {
            if (!Words.isBlank(text[at])) {
                return false;
            }
        }
        return true;
    }

    /** Whether the first character that is no blank is this one. */
    boolean beginsWith(char mark) {
        int at = start;
        while (at < end && Words.isBlank(text[at])) {
            at++;
        }
        return at < end && text[at] == mark;
    }

    /** The line. */
    String line() {
        return new String(text, start, end - start, StandardCharsets.UTF_8);
    }

    /** The line with one character for each byte, so that it can be taken apart and nothing of it is lost. */
    String bytes() {
        return new String(text, start, end - start, StandardCharsets.ISO_8859_1);
    }
}
