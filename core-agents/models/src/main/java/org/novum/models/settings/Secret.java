package org.novum.models.settings;

import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A key that never shows itself: not in a log, a journal, an exception or a bundle. */
public final class Secret {
    private static final String BLOT = "(secret)";

    /** Shorter ones, such as the word that a local server wants, stand in harmless text too. */
    private static final int SHORTEST = 8;

    private final String value;
    private final Pattern spelled;

    Secret(String value) {
        this.value = value;
        this.spelled = Pattern.compile(value.chars().mapToObj(Secret::spelled).collect(Collectors.joining()));
    }

    /** A character as itself, after a backslash where JSON allows one, or as its number in JSON. */
    private static String spelled(int character) {
        String itself = Pattern.quote(Character.toString(character));
        String escaped = "/\"\\".indexOf(character) < 0 ? itself : "\\\\*" + itself;
        return "(?:" + escaped + "|\\\\+u(?i:" + String.format(Locale.ROOT, "%04x", character) + "))";
    }

    /** The key itself, for the header of a request and nothing else. */
    public String reveal() {
        return value;
    }

    /**
     * A text with the key blotted out, should a provider write it into an answer; also where JSON spells characters by their
     * numbers. Keys under eight characters are no secrets and stay.
     */
    public String hiddenIn(String text) {
        return value.length() < SHORTEST ? text : spelled.matcher(text).replaceAll(BLOT);
    }

    @Override
    public String toString() {
        return BLOT;
    }
}
