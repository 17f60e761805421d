package org.novum.runtime.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Team;
import org.novum.journal.CanonicalJson;
import org.novum.journal.InDoubtResolver;
import org.novum.journal.JournalRecord;
import org.novum.journal.Step;
import org.novum.journal.StepKind;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepRunner;
import org.novum.journal.StepYield;
import org.novum.models.ModelException;
import org.novum.models.ModelReply;
import org.novum.models.ModelRequest;
import org.novum.models.Usage;
import org.novum.models.live.PatientModel;
import org.novum.models.settings.ModelSettings;
import org.novum.models.settings.ModelSource;
import org.novum.models.settings.ModelsReader;
import org.novum.runtime.Json;

/**
 * The one way to a model in a run: each call is a journalled step, paid from the run's budget before it is made.
 *
 * <p>A call has two steps. {@code …/request} is pure: a replay makes the request again and must come to the same bytes. The
 * call itself is unsafe; its output is the reply, or why there is none, with what it cost. A call that a crash interrupted
 * is asked again under the same key, which a provider that honours such keys charges once; of any other the worst is
 * counted. A replay takes all of it from the record and asks nobody.
 */
public final class ModelDesk {
    private final StepRunner runner;
    private final String runId;
    private final Surroundings surroundings;
    private final Map<String, ModelSettings> settings;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final Meter meter;

    /**
     * What a desk takes from outside.
     *
     * @param models where clients come from
     * @param clock that times the calls
     * @param doubts calls that were interrupted
     */
    public record Surroundings(ModelSource models, InstantSource clock, Doubts doubts) {}

    /**
     * @param runner journal or replay
     * @param runId of the run; part of every call's key
     * @param team whose models may be asked, and what they may spend
     * @param surroundings the outside
     */
    public ModelDesk(StepRunner runner, String runId, Team team, Surroundings surroundings) {
        this.runner = runner;
        this.runId = runId;
        this.surroundings = surroundings;
        this.settings = ModelsReader.read(team.models());
        this.meter = new Meter(team.budget());
    }

    /** A client with its count of uncertain tries. */
    private record Line(PatientModel patient, CountedModel counted) {}

    /**
     * Begins to talk with a model.
     *
     * @param model its name in the study
     * @param purpose beginning of the names of its steps, such as {@code round-1/propose/default}
     */
    public Talk talk(String model, String purpose) {
        ModelSettings found = settings.get(model);
        if (found == null) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "the study asks the model " + model + ", which models does not have; it has " + settings.keySet());
        }
        return new Talk(this, found, purpose);
    }

    /**
     * Makes a call, or takes it from the record.
     *
     * @throws ModelException if there is no reply: the model failed, or the budget has no room
     */
    ModelReply call(ModelSettings model, String step, ModelRequest draft) {
        ModelRequest request = draft.under(runId + "/" + step);
        ObjectNode record = (ObjectNode) CanonicalJson.tree(new Asked(model.card(), model.baseUrl().toString(), request));
        byte[] asked = runner.<RuntimeException>step(
                        Step.pure(step + "/request", CanonicalJson.digest(record)),
                        () -> StepYield.of(CanonicalJson.bytes(record)))
                .output();
        Step call = new Step(step, StepKind.UNSAFE, org.novum.journal.Digest.of(asked));
        StepOutcome outcome = runner.<RuntimeException>unsafeStep(
                call,
                () -> {
                    CallEnd end = ask(model, step, request);
                    return StepYield.of(CanonicalJson.bytes(CanonicalJson.tree(end)), event(model, step, end));
                },
                interrupted -> {
                    // Nobody can be asked whether it took effect; the key makes asking again right, and the doubt is paid for.
                    surroundings.doubts().add(interrupted.name(), most(model, request));
                    return new InDoubtResolver.Resolution.HadNoEffect();
                });
        return switch (outcome) {
            case StepOutcome.Completed done -> reply(model, Json.read(done.output(), CallEnd.class));
            case StepOutcome.InDoubt(Step open, String reason) ->
                throw new NovumException(
                        ExitCode.CHECK_FAILED,
                        "step " + open.name() + ": " + reason + ", so it cannot be replayed; resume the run instead");
        };
    }

    /** What is recorded of a request. */
    private record Asked(org.novum.models.ModelCard model, String address, ModelRequest request) {}

    private ModelReply reply(ModelSettings model, CallEnd end) {
        meter.count(end.spent());
        return switch (end) {
            case CallEnd.Answered(ModelReply reply, Spending _) -> reply;
            case CallEnd.Failed(ModelException.Reason reason, String problem, Spending _) ->
                throw new ModelException(reason, problem);
            case CallEnd.Refused(String problem, Spending _) ->
                throw new ModelException(ModelException.Reason.OVER_BUDGET, "model " + model.card().name() + ": " + problem);
        };
    }

    private CallEnd ask(ModelSettings model, String step, ModelRequest request) {
        boolean once = isChargedOnce(model);
        Spending worstOfOne = worst(model, request);
        Spending worst = worstOfAll(model, request);
        Doubts.Past past = surroundings.doubts().of(step);
        Spending doubted = (once ? Spending.NONE : worst.asCall(0).times(past.times())).lasting(past.seconds());
        Optional<String> refusal = meter.refusal(doubted, worst);
        if (refusal.isPresent()) {
            return new CallEnd.Refused(refusal.get(), doubted);
        }
        Line line = lines.computeIfAbsent(model.card().name(), _ -> line(model));
        long began = surroundings.clock().millis();
        try {
            ModelReply reply = line.patient().ask(request);
            Spending broken = once ? Spending.NONE : worstOfOne.times(line.counted().takeUncertain());
            // A provider that counts no tokens is taken to have counted the most.
            Spending said = reply.usage().total() == 0 ? worstOfOne : Spending.of(reply.usage(), model.card());
            return new CallEnd.Answered(reply, said.plus(broken).plus(doubted).asCall(since(began)));
        } catch (ModelException failed) {
            if (failed.exitCode() == ExitCode.CONFIGURATION) {
                throw failed;
            }
            int uncertain = line.counted().takeUncertain();
            Spending broken = worstOfOne.times(once ? Math.min(1, uncertain) : uncertain);
            return new CallEnd.Failed(failed.reason(), failed.getMessage(), broken.plus(doubted).asCall(since(began)));
        }
    }

    private Line line(ModelSettings model) {
        CountedModel counted = new CountedModel(surroundings.models().open(model));
        return new Line(new PatientModel(counted, model.manners()), counted);
    }

    private long since(long began) {
        return Math.max(0, surroundings.clock().millis() - began);
    }

    private static boolean isChargedOnce(ModelSettings model) {
        return model.manners().repeats() == ModelSettings.Repeats.CHARGED_ONCE;
    }

    /** What a call can cost with all its tries. */
    private static Spending worstOfAll(ModelSettings model, ModelRequest request) {
        return worst(model, request).times(isChargedOnce(model) ? 1 : model.manners().tries());
    }

    private static Doubts.Most most(ModelSettings model, ModelRequest request) {
        Spending beside = isChargedOnce(model) ? Spending.NONE : worstOfAll(model, request);
        return new Doubts.Most(
                beside.tokens(), beside.money(), model.manners().timeout().multipliedBy(model.manners().tries()));
    }

    /** No tokenizer makes more tokens than there are bytes; of the answer, as many as may be asked for. */
    private static Spending worst(ModelSettings model, ModelRequest request) {
        long bytes = CanonicalJson.tree(request).toString().getBytes(StandardCharsets.UTF_8).length;
        return Spending.of(new Usage(bytes, request.sampling().maxOutputTokens()), model.card());
    }

    private static JournalRecord.Event event(ModelSettings model, String step, CallEnd end) {
        String revision = end instanceof CallEnd.Answered(ModelReply reply, Spending _) ? reply.revision() : "";
        String problem = switch (end) {
            case CallEnd.Answered _ -> "";
            case CallEnd.Failed failed -> failed.problem();
            case CallEnd.Refused refused -> refused.problem();
        };
        var tree = CanonicalJson.tree(new RunEvent.ModelAnswered(
                step,
                new RunEvent.ModelAnswered.Model(
                        model.card().name(),
                        model.card().provider(),
                        model.card().model(),
                        revision,
                        model.manners().sampling().temperature(),
                        model.manners().sampling().maxOutputTokens()),
                CanonicalJson.tree(end).path("end").asText(),
                problem,
                new RunEvent.ModelAnswered.Spent(
                        end.spent().inputTokens(),
                        end.spent().outputTokens(),
                        end.spent().money(),
                        end.spent().seconds())));
        return new JournalRecord.Event(tree.path("type").asText(), tree);
    }
}
