package org.novum.tabular;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Helps messages: shows what was found in one short line, and guesses what was meant. */
public final class Texts {
    private static final int LONGEST_SHOWN = 40;
    private static final int MOST_LISTED = 40;

    private Texts() {}

    /** The text on one line: control characters replaced, cut to 40 characters. */
    public static String shown(String text) {
        String cut = text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "…" : text;
        return cut.codePoints()
                .map(point -> Character.isISOControl(point) || point == 0xFFFD ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The names, joined by commas, the first 40 of them. */
    public static String listed(List<String> names) {
        String shown = names.stream().limit(MOST_LISTED).map(Texts::shown).collect(Collectors.joining(", "));
        return names.size() > MOST_LISTED ? shown + " and " + (names.size() - MOST_LISTED) + " more" : shown;
    }

    /**
     * The name most like the one that was not found, if any is like it: at most a third of its characters changed, the
     * case of letters ignored; the first of equals.
     */
    public static Optional<String> nearest(String wanted, List<String> names) {
        int limit = Math.max(1, wanted.length() / 3);
        return names.stream()
                .filter(name -> distance(wanted, name) <= limit)
                .min(Comparator.comparingInt(name -> distance(wanted, name)));
    }

    /** Levenshtein's distance, case ignored. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(change, 1 + Math.min(previous[j], current[j - 1]));
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
