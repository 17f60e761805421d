package org.novum.pluginsdk.chat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A call as it arrived.
 *
 * @param number of the call, from 1, repeated ones included
 * @param key of the call, as its header says; empty without one
 * @param authorization header
 * @param body the request as sent
 */
public record ChatCall(int number, String key, String authorization, JsonNode body) {
    /** Text of the last message with this role. */
    public Optional<String> last(String role) {
        Optional<String> text = Optional.empty();
        for (JsonNode message : body.path("messages")) {
            if (message.path("role").asText().equals(role)) {
                text = Optional.of(message.path("content").asText());
            }
        }
        return text;
    }
}
