package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets in citations of passages that were shown in this run.
 *
 * @param keys by which a passage may be cited, its own and its publication's, each with the passage's own
 */
public record CitationGate(Map<String, String> keys) implements Gate<JsonNode, String> {
    private static final int SHOWN = 60;

    /** A key in brackets, as people cite, or as prose refers. */
    static final Pattern MARK =
            Pattern.compile("\\[(?:l:)?([A-Za-z0-9._:-]{1,80})]|\\{\\{l:([^{}]{1,80})}}");

    private static final Pattern DIGIT = Pattern.compile("[0-9]");

    /** Copies the map. */
    public CitationGate {
        keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    @Override
    public Gated<String> admit(Sourced<JsonNode> foreign) {
        String key = key(foreign);
        return keys.containsKey(key)
                ? Pass.through(keys.get(key))
                : Pass.refused(foreign.source(), "no passage that was shown");
    }

    private static String key(Sourced<JsonNode> foreign) {
        String written = foreign.open().asText().strip();
        Matcher mark = MARK.matcher(written);
        if (!mark.matches()) {
            return written;
        }
        return mark.group(1) == null ? mark.group(2) : mark.group(1);
    }

    /** What a text cites in brackets; a word without any digit that is no key, such as a unit, is no citation. */
    public List<Sourced<JsonNode>> marks(Sourced<String> text) {
        List<Sourced<JsonNode>> marks = new ArrayList<>();
        Matcher matcher = MARK.matcher(text.open());
        while (matcher.find()) {
            Sourced<JsonNode> mark = Sourced.of(text.source(), TextNode.valueOf(matcher.group()));
            if (keys.containsKey(key(mark)) || isCitation(matcher.group())) {
                marks.add(mark);
            }
        }
        return marks;
    }

    /** Whether what stands in brackets cites something even if it is no key. */
    static boolean isCitation(String mark) {
        return DIGIT.matcher(mark).find();
    }

    /** What was refused, as it may be shown struck out: shortened, and of no other characters than keys have. */
    public static Admitted<String> struck(Sourced<JsonNode> refused) {
        String shown = key(refused).replaceAll("[^A-Za-z0-9._:-]+", "_");
        return new Admitted<>(shown.length() <= SHOWN ? shown : shown.substring(0, SHOWN));
    }
}
