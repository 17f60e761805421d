package org.novum.runtime.tool;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.novum.models.form.Recordable;

/**
 * Makes foreign values fit to be recorded: what no canonical JSON can hold is replaced, and secrets that the server was given
 * are blotted out wherever they stand in plain.
 *
 * @param secrets values, never names
 */
public record ForeignText(List<String> secrets) {
    private static final int LINE = 300;
    private static final int SHORTEST = 4;
    private static final String BLOT = "(secret)";

    /** Keeps what is long enough to be a secret and not a word that stands everywhere. */
    public ForeignText {
        secrets = secrets.stream().filter(secret -> secret.length() >= SHORTEST).toList();
    }

    @Override
    public String toString() {
        return "ForeignText";
    }

    /** A text as it may be recorded. */
    public String clean(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, BLOT);
        }
        return Recordable.text(clean);
    }

    /** A text for a message: one line of bounded length, without control characters and direction marks. */
    public String line(String text) {
        String line = clean(text).replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Z}]+", " ").strip();
        return line.length() <= LINE ? line : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LINE))) + "…";
    }

    /** A tree as it may be recorded. */
    public JsonNode clean(JsonNode node) {
        return Recordable.tree(node, this::clean);
    }
}
