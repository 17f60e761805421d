package org.novum.texttables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.tabular.WrittenField;

/** The words of a line that blanks separate; what is between quotes is one word. */
final class Words {
    private int[] bounds = new int[64];
    private int count;
    private byte[] text = {};

    /** Whether a byte separates words. */
    static boolean isBlank(byte value) {
        return value == ' ' || value == '\t' || value == '\r' || value == '\f' || value == 0x0B;
    }

    /** Cuts a stretch of text; what was cut before is forgotten. */
    Words cut(byte[] line, int start, int end) {
        text = line;
        count = 0;
        int at = start;
        boolean quotes = true;
        while (at < end) {
            if (isBlank(line[at])) {
                at++;
                continue;
            }
            int from = at;
            if (line[at] == '"' && quotes) {
                int close = closing(line, at, end);
                quotes = close >= 0; // looked for once in vain: a long line of lone quotes is not looked through again and again
                at = close >= 0 ? close + 1 : at;
            }
            while (at < end && !isBlank(line[at])) {
                at++;
            }
            add(from, at);
        }
        return this;
    }

    /** The quote that ends a word, with a blank or nothing behind it, or -1: a lone quote is a letter like others. */
    private static int closing(byte[] line, int open, int end) {
        for (int at = open + 1; at < end; at++) {
            if (line[at] == '"') {
                if (at + 1 == end || isBlank(line[at + 1])) {
                    return at;
                }
                at += line[at + 1] == '"' ? 1 : 0;
            }
        }
        return -1;
    }

    private void add(int from, int to) {
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = from;
        bounds[2 * count + 1] = to;
        count++;
    }

    int count() {
        return count;
    }

    int start(int word) {
        return bounds[2 * word];
    }

    int end(int word) {
        return bounds[2 * word + 1];
    }

    WrittenField field(int word) {
        return new WrittenField(text, start(word), end(word));
    }

    String text(int word) {
        return field(word).text();
    }

    List<String> texts() {
        List<String> all = new ArrayList<>();
        for (int word = 0; word < count; word++) {
            all.add(text(word));
        }
        return all;
    }
}
