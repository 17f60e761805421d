package org.novum.runtime.taint;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.novum.journal.CanonicalJson;

/** Text from outside as a prompt may hold it: JSON between marks that it cannot write itself. */
public final class Quoted {
    private Quoted() {}

    /**
     * A block of data.
     *
     * @param label of the block, from the program
     * @param value whose texts may say anything
     */
    public static String block(String label, JsonNode value) {
        String json = new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8)
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
        return "<data label=\"" + label + "\">\n" + json + "\n</data>";
    }
}
