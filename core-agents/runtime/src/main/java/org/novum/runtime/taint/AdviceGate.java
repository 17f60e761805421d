package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets in advice for a person to read, who alone acts on it: without characters that steer a terminal or turn the direction of
 * writing, and citing only what was shown.
 *
 * @param citations that it may make
 */
public record AdviceGate(CitationGate citations) implements Gate<String, AdviceGate.Advice> {
    private static final Pattern STEERING = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}&&[^\n\t]]");

    /**
     * Advice.
     *
     * @param text with citations by the keys of passages, and a remark in the place of those that resolve to nothing
     * @param cited keys of passages, in the order of their first mention
     * @param dropped what it cites beside them, as it may be shown
     */
    public record Advice(String text, List<String> cited, List<String> dropped) {
        /** Copies the lists. */
        public Advice {
            cited = List.copyOf(cited);
            dropped = List.copyOf(dropped);
        }
    }

    @Override
    public Gated<Advice> admit(Sourced<String> foreign) {
        return Pass.through(read(foreign).value());
    }

    /** The same; this gate refuses nothing as a whole. */
    public Admitted<Advice> read(Sourced<String> foreign) {
        String plain = STEERING.matcher(foreign.open()).replaceAll("");
        Set<String> cited = new LinkedHashSet<>();
        List<String> dropped = new ArrayList<>();
        Matcher mark = CitationGate.MARK.matcher(plain);
        String text = mark.replaceAll(found -> {
            Sourced<JsonNode> written = Sourced.of(foreign.source(), TextNode.valueOf(found.group()));
            return Matcher.quoteReplacement(switch (citations.admit(written)) {
                case Gated.Through<String>(Admitted<String> key) -> {
                    cited.add(key.value());
                    yield "[" + key.value() + "]";
                }
                case Gated.Refused<String> _ when CitationGate.isCitation(found.group()) -> {
                    String struck = CitationGate.struck(written).value();
                    dropped.add(struck);
                    yield "[no source: " + struck + "]";
                }
                case Gated.Refused<String> _ -> found.group();
            });
        });
        return new Admitted<>(new Advice(text, List.copyOf(cited), dropped));
    }
}
