package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.models.ModelException;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.Turn;
import org.novum.models.form.FormedAnswer;
import org.novum.models.settings.ModelSettings;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;

/**
 * One conversation with a model; its calls are numbered, and one that goes round in circles is ended. What the model says
 * comes out as a foreign value.
 */
public final class Talk {
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

    /** What a model said in one turn of a conversation with tools. */
    public static final class Heard {
        private final ModelReply reply;

        private Heard(ModelReply reply) {
            this.reply = reply;
        }

        /** What it said. */
        public Sourced<String> text() {
            return Sourced.of(Source.MODEL, reply.text());
        }

        /** Its wishes for tools. */
        public List<Sourced<ToolCall>> wishes() {
            return reply.calls().stream().map(wish -> Sourced.of(Source.MODEL, wish)).toList();
        }

        /** The request that goes on after it, with one block about each of its wishes. */
        ModelRequest goOn(ModelRequest request, List<String> blocks) {
            List<Turn> more = new ArrayList<>();
            more.add(reply.turn());
            for (int i = 0; i < blocks.size(); i++) {
                more.add(new Turn.ToolResult(reply.calls().get(i), blocks.get(i)));
            }
            return request.with(more, "");
        }
    }

    /**
     * Asks for an answer of a form; see {@link FormedAnswer}.
     *
     * @throws ModelException if there is none, or if the model says or wishes what it has said or wished before
     */
    public Sourced<JsonNode> formed(ModelRequest request) {
        return Sourced.of(Source.MODEL, new FormedAnswer(this::unrepeated).ask(request));
    }

    /**
     * Asks once, in a conversation whose repetitions are counted by who leads it.
     *
     * @throws ModelException if there is no reply
     */
    public Heard ask(ModelRequest request) {
        return new Heard(call(request));
    }

    private ModelReply unrepeated(ModelRequest request) {
        ModelReply reply = call(request);
        List<String> wishes = reply.calls().stream().map(Talk::wish).toList();
        if (!said.add(CanonicalJson.digest((Object) List.of(reply.text().strip(), wishes)))) {
            throw new ModelException(
                    ModelException.Reason.LOOPING,
                    "model " + model.card().name() + ": says the same again in call " + calls + " of " + purpose);
        }
        return reply;
    }

    /** The request's key is replaced by that of the call. */
    private ModelReply call(ModelRequest request) {
        calls++;
        return desk.call(model, purpose + "/call-" + calls, request);
    }

    private static String wish(ToolCall call) {
        return call.name() + " " + call.arguments();
    }
}
