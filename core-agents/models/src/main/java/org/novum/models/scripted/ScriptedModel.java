package org.novum.models.scripted;

import java.util.function.Consumer;
import java.util.function.Function;
import org.novum.models.ModelCard;
import org.novum.models.ModelClient;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;

/**
 * A model whose replies are written beforehand, for tests and for trials without a network.
 *
 * @param card what it pretends to be
 * @param script from request to reply; it may throw a {@link org.novum.models.ModelException}
 */
public record ScriptedModel(ModelCard card, Function<ModelRequest, ModelReply> script) implements ModelClient {
    @Override
    public ModelReply ask(ModelRequest request, Consumer<String> partial) {
        ModelReply reply = script.apply(request);
        partial.accept(reply.text());
        return reply;
    }
}
