package org.novum.models;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a model is asked. Equal requests are the same question; the journal knows a call by the digest of its request.
 *
 * @param turns the conversation so far
 * @param tools it may wish for
 * @param form JSON schema that the answer must have, or null for free text
 * @param sampling how it answers
 * @param key unique per paid call: a provider that honours it answers a repeated call from its record and charges it once
 */
public record ModelRequest(
        List<Turn> turns, List<ToolCard> tools, @Nullable JsonNode form, Sampling sampling, String key) {
    /** Copies the lists. */
    public ModelRequest {
        turns = List.copyOf(turns);
        tools = List.copyOf(tools);
    }

    /**
     * How a model answers.
     *
     * @param temperature from 0, where the likeliest word is taken
     * @param maxOutputTokens at most this long
     */
    public record Sampling(double temperature, int maxOutputTokens) {
        /** Checks the numbers. */
        public Sampling {
            if (!(temperature >= 0) || maxOutputTokens < 1) {
                throw new IllegalArgumentException(
                        "sampling needs a temperature from 0 up and at least one token of output");
            }
        }
    }

    /** The same request under another key. */
    public ModelRequest under(String otherKey) {
        return new ModelRequest(turns, tools, form, sampling, otherKey);
    }

    /** The same conversation, gone on. */
    public ModelRequest with(List<Turn> more, String newKey) {
        List<Turn> all = new ArrayList<>(turns);
        all.addAll(more);
        return new ModelRequest(all, tools, form, sampling, newKey);
    }
}
