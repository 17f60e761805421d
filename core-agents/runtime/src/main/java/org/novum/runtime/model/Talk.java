package org.novum.runtime.model;

import java.util.List;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.models.ModelException;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.settings.ModelSettings;

/** One conversation with a model; its calls are numbered, and one that goes round in circles is ended. */
public final class Talk implements Function<ModelRequest, ModelReply> {
    private final ModelDesk desk;
    private final ModelSettings model;
    private final String purpose;
    private final Set<Digest> said = new HashSet<>();
    private int calls;

    Talk(ModelDesk desk, ModelSettings model, String purpose) {
        this.desk = desk;
        this.model = model;
        this.purpose = purpose;
    }

    /** How the model is to answer. */
    public ModelRequest.Sampling sampling() {
        return model.manners().sampling();
    }

    /**
     * Asks once; the request's key is replaced by that of the call.
     *
     * @throws ModelException if there is no reply, or if the model says or wishes what it has said or wished before
     */
    @Override
    public ModelReply apply(ModelRequest request) {
        calls++;
        ModelReply reply = desk.call(model, purpose + "/call-" + calls, request);
        List<String> wishes = reply.calls().stream().map(Talk::wish).toList();
        if (!said.add(CanonicalJson.digest((Object) List.of(reply.text().strip(), wishes)))) {
            throw new ModelException(
                    ModelException.Reason.LOOPING,
                    "model " + model.card().name() + ": says the same again in call " + calls + " of " + purpose);
        }
        return reply;
    }

    private static String wish(ToolCall call) {
        return call.name() + " " + call.arguments();
    }
}
