package org.novum.models;

import java.util.function.Consumer;

/**
 * One language model, wherever it lives. What it says is text: it proposes, and never becomes a number or a verdict.
 *
 * <p>Safe for use by many threads. A call blocks; it belongs on a virtual thread or a worker.
 */
public interface ModelClient {
    /** What the model is, for the record. */
    ModelCard card();

    /**
     * Asks once.
     *
     * @param request whole conversation so far
     * @param partial is given the text as it arrives; what it was given before a failure does not count
     * @throws ModelException if there is no whole reply
     */
    ModelReply ask(ModelRequest request, Consumer<String> partial);

    /** Asks once, without listening to the text as it arrives. */
    default ModelReply ask(ModelRequest request) {
        return ask(request, _ -> {});
    }
}
