package org.novum.runtime.agent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.InvalidParameterException;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.ParameterBinder;
import org.novum.api.discipline.StepContext;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Call;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.runtime.model.Excerpt;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.AuthorisedCall;
import org.novum.runtime.taint.AuthorisedTool;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;

/**
 * The operations of a study's discipline as its agents call them: the same objects that serve a person's call, but on the
 * rows of exploration alone, and each call is a step that the journal records and a replay repeats.
 */
public final class AgentOperations {
    private static final int NOTE_LENGTH = 2000;

    private final Discipline discipline;
    private final DataAccess access;
    private final AgentTools tools;

    AgentOperations(Discipline discipline, DataAccess access, AgentTools tools) {
        this.discipline = discipline;
        this.access = access;
        this.tools = tools;
    }

    /**
     * Refuses calls that cannot be, before anything is spent.
     *
     * @throws NovumException with {@code CONFIGURATION} if the discipline has no such operation, the parameters do not fit,
     *     or they name data of their own
     */
    public static void check(Study study, Discipline discipline) {
        study.calls().stream().filter(call -> !call.callsForeignTool()).forEach(call -> bound(discipline, call));
    }

    /**
     * Calls what the study asks for, in its order: operations on slices that are explorable, and foreign tools, which get no
     * rows.
     *
     * @return what the foreign tools gave, each with its name, for who proposes next
     */
    List<Sourced<String>> call(Study study, int round, List<String> slices) {
        List<Call> calls = study.calls();
        List<Sourced<String>> notes = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            String step = "round-" + round + "/call-" + (i + 1);
            if (call.callsForeignTool()) {
                notes.add(Sourced.cut(Sourced.named(call.operation(), tools.foreign().call(call, step)), NOTE_LENGTH));
            } else if (slices.isEmpty()) {
                throw wrong(call, "cannot be called: this study explores no rows; leave it out of 'calls'");
            } else {
                call(call, step, slices);
                tools.steps().event(new RunEvent.OperationCalled(round, call.operation()));
            }
        }
        return notes;
    }

    /** Makes the call of a foreign tool that a model wished for and its gate let in. */
    Sourced<JsonNode> callForeign(Admitted<AuthorisedTool> wish, String step, String model) {
        return tools.foreign().call(wish, step, model);
    }

    private void call(Call call, String step, List<String> slices) {
        Bound<?> bound = bound(discipline, call);
        Map<String, Object> input = Map.of(
                "discipline", discipline.card().name() + " " + discipline.card().version(),
                "call", call,
                "rows", access.digest(slices).hex());
        tools.steps()
                .pure(
                        step,
                        input,
                        JsonNode.class,
                        () -> tools.workers()
                                .lend(step, context -> bound.run(access.opened(slices, context.allocator()), context)));
    }

    /**
     * Carries out what a model wished for and its gate let in, on slices that are explorable. The model gets an excerpt; that
     * the operation refuses the rows or a value is an answer too.
     */
    Sourced<JsonNode> call(Admitted<AuthorisedCall<?>> wish, String step, List<String> slices) {
        AuthorisedCall<?> call = wish.value();
        Map<String, Object> input = Map.of(
                "discipline", discipline.card().name() + " " + discipline.card().version(),
                "call", call.call(),
                "rows", access.digest(slices).hex());
        JsonNode excerpt = tools.steps()
                .pure(
                        step,
                        input,
                        JsonNode.class,
                        () -> tools.workers()
                                .lend(step, context -> excerpt(call, access.opened(slices, context.allocator()), context)))
                .value();
        return Sourced.of(Source.OPERATION, excerpt);
    }

    private static <I extends Record> JsonNode excerpt(AuthorisedCall<I> call, DataHandle data, StepContext context) {
        try {
            return Excerpt.of(call.operation().run(call.parameters(), data, context));
        } catch (IllegalArgumentException unfit) {
            return JsonNodeFactory.instance.objectNode().put("refused", String.valueOf(unfit.getMessage()));
        } catch (NovumException refused) {
            // The message may name places of files, which are not for models.
            return JsonNodeFactory.instance.objectNode().put("refused", "these rows cannot serve: " + refused.exitCode());
        }
    }

    private static Bound<?> bound(Discipline discipline, Call call) {
        Map<String, Operation<?>> known = new TreeMap<>();
        discipline.operations().forEach(operation -> known.put(operation.card().name(), operation));
        Operation<?> operation = known.get(call.operation());
        if (operation == null) {
            throw wrong(call, "is no operation of " + discipline.card().name() + "; its operations are " + known.keySet());
        }
        return bound(operation, call);
    }

    private static <I extends Record> Bound<I> bound(Operation<I> operation, Call call) {
        try {
            I parameters = ParameterBinder.bind(operation.input(), call.parameters());
            if (!operation.furtherData(parameters).isEmpty()) {
                throw wrong(call, "names data of its own; name them under 'data' of the study, so that they are split");
            }
            return new Bound<>(operation, parameters, call);
        } catch (InvalidParameterException | IllegalArgumentException unfit) {
            throw wrong(call, "cannot be called: " + unfit.getMessage());
        }
    }

    /** An operation with parameters that fit. */
    private record Bound<I extends Record>(Operation<I> operation, I parameters, Call call) {
        JsonNode run(DataHandle data, StepContext context) {
            try {
                return switch (operation.run(parameters, data, context)) {
                    case OperationResult.Document document -> document.content();
                    case OperationResult.Table table -> CanonicalJson.tree(table);
                    case OperationResult.Gallery gallery -> CanonicalJson.tree(gallery);
                };
            } catch (IllegalArgumentException unfit) {
                throw wrong(call, "cannot be called: " + unfit.getMessage());
            }
        }
    }

    private static NovumException wrong(Call call, String problem) {
        return new NovumException(ExitCode.CONFIGURATION, "calls: " + call.operation() + " " + problem);
    }
}
