package org.novum.pluginsdk.chat;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the server does with a call. */
public sealed interface ChatAnswer {
    /** Says this. */
    record Text(String text) implements ChatAnswer {}

    /** Wishes for tools. */
    record Tools(List<Wish> wishes) implements ChatAnswer {
        /** Copies the list. */
        public Tools {
            wishes = List.copyOf(wishes);
        }
    }

    /** Fails with a status of HTTP, such as 429 or 503. */
    record Status(int code) implements ChatAnswer {}

    /**
     * Sends exactly this, and charges nothing.
     *
     * @param code status of HTTP
     * @param headers beside those of every answer
     * @param body of the answer
     */
    record Raw(int code, Map<String, String> headers, String body) implements ChatAnswer {
        /** Copies the headers. */
        public Raw {
            headers = Collections.unmodifiableMap(new TreeMap<>(headers));
        }
    }

    /** Says this much and breaks the connection. */
    record CutAfter(String text) implements ChatAnswer {}

    /** Says this much and then closes the stream properly, but without its end. */
    record EndsEarly(String text) implements ChatAnswer {}

    /** Says this after a while. */
    record Slow(Duration pause, String text) implements ChatAnswer {}

    /**
     * A wish for a tool.
     *
     * @param name of the tool
     * @param arguments JSON text
     */
    record Wish(String name, String arguments) {}
}
