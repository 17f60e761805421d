package org.novum.texttables;

import java.util.ArrayList;
import java.util.List;
import org.novum.api.data.DataException;
import org.novum.tabular.Texts;

/** Takes a line of a parameter file apart: words, texts between quotes, and arrays between braces, each as it is written. */
final class YannyTokens {
    private static final String REMEDY = "correct the line";

    private YannyTokens() {}

    /** The line without its remark, which begins with {@code #} outside quotes. */
    static String withoutRemark(String line) {
        boolean quoted = false;
        for (int at = 0; at < line.length(); at++) {
            char each = line.charAt(at);
            quoted ^= each == '"';
            if (each == '#' && !quoted) {
                return line.substring(0, at);
            }
        }
        return line;
    }

    /**
     * The tokens of a line that has no remark.
     *
     * @throws DataException naming the place, if a quote or brace is never closed
     */
    static List<String> of(String line, String place) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char first = line.charAt(at);
            if (isBlank(first)) {
                at++;
                continue;
            }
            int end = switch (first) {
                case '"' -> closingQuote(line, at, place);
                case '{' -> closingBrace(line, at, place);
                default -> blank(line, at);
            };
            tokens.add(line.substring(at, end));
            TextTable.requireColumns(tokens.size(), place);
            at = end;
        }
        return tokens;
    }

    private static boolean isBlank(char each) {
        return each < 128 && Words.isBlank((byte) each);
    }

    private static int blank(String line, int from) {
        int at = from;
        while (at < line.length() && !isBlank(line.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int closingQuote(String line, int open, String place) {
        int close = line.indexOf('"', open + 1);
        if (close < 0) {
            throw new DataException(place, "a quote is opened and never closed: " + Texts.shown(line.substring(open)), REMEDY);
        }
        return close + 1;
    }

    private static int closingBrace(String line, int open, String place) {
        int depth = 0;
        boolean quoted = false;
        for (int at = open; at < line.length(); at++) {
            char each = line.charAt(at);
            quoted ^= each == '"';
            depth += quoted ? 0 : each == '{' ? 1 : each == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        throw new DataException(place, "a brace is opened and never closed: " + Texts.shown(line.substring(open)), REMEDY);
    }
}
