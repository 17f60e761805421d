package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.novum.api.ExitCode;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.study.Call;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.models.ModelException;
import org.novum.models.ModelRequest;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.AuthorisedCall;
import org.novum.runtime.taint.AuthorisedTool;
import org.novum.runtime.taint.CallGate;
import org.novum.runtime.taint.Gate;
import org.novum.runtime.taint.Quoted;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;
import org.novum.runtime.taint.ToolGate;

/**
 * Lets a model call operations on rows of exploration, and foreign tools. What it wishes passes a {@link CallGate} or a {@link
 * ToolGate}; what it says in the end is a note for the next proposals and decides nothing.
 */
public final class ModelAnalyst {
    /** The text; see {@link PromptText}. */
    static final String RESOURCE = "analyse-1.md";

    /** The text where foreign tools are offered too. */
    static final String WITH_FOREIGN = "analyse-2.md";

    /** Calls that are carried out in one conversation. */
    public static final int MOST_CALLS = 24;

    /** Repeated or refused wishes after which a conversation is ended. */
    public static final int MOST_REPEATS = 3;

    /** Turns of the model in one conversation. */
    public static final int MOST_TURNS = 12;

    /** Hypotheses of the family that a model is told. */
    private static final int MOST_TOLD = 50;

    private static final int NOTE_LENGTH = 2000;

    private final ModelDesk desk;
    private final CallGate gate;
    private final ToolGate foreign;

    /**
     * @param desk over which models are asked
     * @param discipline whose operations may be called
     * @param foreign lets in wishes for foreign tools
     */
    public ModelAnalyst(ModelDesk desk, Discipline discipline, ToolGate foreign) {
        this.desk = desk;
        this.gate = new CallGate(discipline);
        this.foreign = foreign;
    }

    /** Carries out calls, each a recorded step. */
    public interface Caller {
        /**
         * Carries one out.
         *
         * @param call that was let in
         * @param number of it in the conversation, from 1
         */
        Sourced<JsonNode> call(Admitted<AuthorisedCall<?>> call, int number);

        /**
         * Has a foreign tool called.
         *
         * @param call that was let in
         * @param number of it in the conversation, from 1
         */
        Sourced<JsonNode> callForeign(Admitted<AuthorisedTool> call, int number);
    }

    /** Beginning of the names of the steps of a conversation. */
    public static String purpose(String model, Discipline.Question question) {
        return "round-" + question.state().nextRound() + "/inspect/" + model;
    }

    /**
     * Talks with a model until it has no more wishes.
     *
     * @throws ModelException if the user must mend a key or a name first
     */
    public Inspection inspect(String model, Discipline.Question question, Caller caller) {
        Talk talk = desk.talk(model, purpose(model, question));
        Conversation conversation = new Conversation(model, caller);
        try {
            return conversation.lead(talk, question);
        } catch (ModelException failed) {
            if (failed.exitCode() == ExitCode.CONFIGURATION) {
                throw failed;
            }
            return conversation.ended(failed.getMessage());
        }
    }

    private ModelRequest request(Discipline.Question question, ModelRequest.Sampling sampling) {
        ArrayNode family = JsonNodeFactory.instance.arrayNode();
        question.family().stream().limit(MOST_TOLD).map(Hypothesis::claim).forEach(family::add);
        List<String> blocks = new ArrayList<>(List.of(
                Quoted.block("study", ProposalPrompt.study(question)),
                Quoted.block("dataset card", ProposalPrompt.card(question)),
                Quoted.block("hypotheses, " + question.family().size() + " in all", family)));
        blocks.addAll(foreign.blocks());
        List<ToolCard> tools = new ArrayList<>(gate.tools());
        tools.addAll(foreign.tools());
        PromptText text = PromptText.read(foreign.isEmpty() ? RESOURCE : WITH_FOREIGN, MOST_CALLS);
        return new ModelRequest(text.turns(blocks), tools, null, sampling, "");
    }

    private final class Conversation {
        private final String model;
        private final Caller caller;
        private final Map<Digest, Sourced<JsonNode>> results = new HashMap<>();
        private int repeats;

        Conversation(String model, Caller caller) {
            this.model = model;
            this.caller = caller;
        }

        Inspection lead(Talk talk, Discipline.Question question) {
            ModelRequest request = request(question, talk.sampling());
            for (int turn = 0; turn < MOST_TURNS; turn++) {
                Talk.Heard heard = talk.ask(request);
                if (heard.wishes().isEmpty()) {
                    return new Inspection(model, Sourced.cut(heard.text(), NOTE_LENGTH), results.size(), repeats, "");
                }
                List<String> blocks = new ArrayList<>();
                for (Sourced<ToolCall> wish : heard.wishes()) {
                    blocks.add(grant(wish));
                }
                if (repeats >= MOST_REPEATS) {
                    return ended("model " + model + " repeats calls or wishes for what there is not");
                }
                request = heard.goOn(request, blocks);
            }
            return ended("model " + model + " had not ended after " + MOST_TURNS + " turns");
        }

        Inspection ended(String problem) {
            return new Inspection(model, Sourced.of(Source.MODEL, ""), results.size(), repeats, problem);
        }

        /** What the model is told of a wish. */
        private String grant(Sourced<ToolCall> wish) {
            if (foreign.concerns(wish)) {
                return switch (foreign.admit(wish)) {
                    case Gate.Gated.Refused<AuthorisedTool>(Sourced<String> reason) -> refused(reason);
                    case Gate.Gated.Through<AuthorisedTool>(Admitted<AuthorisedTool> call) ->
                        result(
                                CanonicalJson.digest((Object)
                                        new Call(call.value().tool().name(), call.value().arguments())),
                                number -> caller.callForeign(call, number));
                };
            }
            return switch (gate.admit(wish)) {
                case Gate.Gated.Refused<AuthorisedCall<?>>(Sourced<String> reason) -> refused(reason);
                case Gate.Gated.Through<AuthorisedCall<?>>(Admitted<AuthorisedCall<?>> call) ->
                    result(CanonicalJson.digest(call.value().call()), number -> caller.call(call, number));
            };
        }

        private String refused(Sourced<String> reason) {
            repeats++;
            return reason.block("not called");
        }

        private String result(Digest asked, IntFunction<Sourced<JsonNode>> call) {
            Sourced<JsonNode> known = results.get(asked);
            if (known != null) {
                repeats++;
                return known.block("result, as before");
            }
            if (repeats >= MOST_REPEATS || results.size() >= MOST_CALLS) {
                repeats++;
                return Quoted.block("not called", JsonNodeFactory.instance.textNode("no more calls are carried out"));
            }
            Sourced<JsonNode> result = call.apply(results.size() + 1);
            results.put(asked, result);
            return result.block("result");
        }
    }
}
