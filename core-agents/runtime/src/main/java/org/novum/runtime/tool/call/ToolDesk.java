package org.novum.runtime.tool.call;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.event.RunEvent;
import org.novum.api.study.Call;
import org.novum.api.study.ForeignServer;
import org.novum.api.study.ForeignTools;
import org.novum.api.study.Study;
import org.novum.api.study.Team;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.InDoubtResolver;
import org.novum.journal.JournalRecord;
import org.novum.journal.Step;
import org.novum.journal.StepKind;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepRunner;
import org.novum.journal.StepYield;
import org.novum.runtime.Json;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.AuthorisedTool;
import org.novum.runtime.taint.Source;
import org.novum.runtime.taint.Sourced;
import org.novum.runtime.tool.AdmittedTool;
import org.novum.runtime.tool.OfferedTool;

/**
 * The one way to foreign tools in a run: what a server offers is compared with what was admitted, and each call is a
 * journalled step, counted against the run's budget before it is made.
 *
 * <p>{@code tools/SERVER} is what the server offered of the admitted tools. A call has two steps: {@code …/request} is pure and
 * holds all that is sent and to whom, committed before it is sent; the call itself is idempotent or unsafe, as the
 * configuration says of the tool. An unsafe call that a crash interrupted is never made again. A replay takes all of it from
 * the record and reaches no server.
 */
public final class ToolDesk implements AutoCloseable {
    /** Who asks where the study itself does. */
    public static final String STUDY = "study";

    private static final String INTERRUPTED = "the run was interrupted during the call; nobody knows what became of it, and it is"
            + " not made again";

    private final StepRunner runner;
    private final ForeignTools foreign;
    private final InstantSource clock;
    private final Lines lines;
    private final Map<String, AdmittedTool> admitted = new TreeMap<>();
    private int calls;
    private double seconds;

    /**
     * @param runner journal or replay
     * @param foreign servers of the study, and what may be spent on them
     * @param lines to the servers; closed with the desk
     * @param clock that times the calls
     */
    public ToolDesk(StepRunner runner, ForeignTools foreign, Lines lines, InstantSource clock) {
        this.runner = runner;
        this.foreign = foreign;
        this.lines = lines;
        this.clock = clock;
    }

    /** What a server offers of the tools that are admitted. */
    private record Offer(List<OfferedTool> tools, int offered) {}

    /**
     * Asks the servers for their tools, where any are admitted and somebody may call them, and checks the calls of the study;
     * before anything is spent.
     *
     * @throws NovumException with {@code UNAVAILABLE} if a server is not there, {@code REFUSED} if a tool is not the one that
     *     was admitted, {@code CONFIGURATION} if a call of the study does not fit
     */
    public void open(Study study) {
        List<Call> asked = study.calls().stream().filter(Call::callsForeignTool).toList();
        if (asked.isEmpty() && !study.team().has(Team.ANALYST)) {
            return;
        }
        foreign.servers().forEach((name, server) -> {
            if (!server.admitted().isEmpty()) {
                Offer offer = offer(name, server);
                offer.tools().forEach(tool -> {
                    AdmittedTool fits = AdmittedTool.of(name, tool, server.admitted().get(tool.name()));
                    admitted.put(fits.name(), fits);
                });
            }
        });
        asked.forEach(this::fitting);
    }

    /** The tools that may be called, by name. */
    public List<AdmittedTool> admitted() {
        return List.copyOf(admitted.values());
    }

    private Offer offer(String name, ForeignServer server) {
        Step step = Step.idempotent("tools/" + name, CanonicalJson.digest((Object) server));
        byte[] bytes = runner.<RuntimeException>step(step, () -> {
                    List<OfferedTool> all = lines.offer(name, server);
                    List<OfferedTool> some = new ArrayList<>();
                    server.admitted().forEach((tool, admission) -> some.add(pinned(name, tool, admission, all)));
                    RunEvent event = new RunEvent.ToolsOffered(name, all.size(), some.size());
                    return StepYield.of(CanonicalJson.bytes((Object) new Offer(some, all.size())), recorded(event));
                })
                .output();
        return Json.read(bytes, Offer.class);
    }

    private static OfferedTool pinned(String server, String name, ForeignServer.Admission admission, List<OfferedTool> all) {
        List<OfferedTool> found = all.stream().filter(tool -> tool.name().equals(name)).toList();
        if (found.size() != 1) {
            throw new NovumException(
                    ExitCode.REFUSED,
                    "tools." + server + ": the tool " + name + " is admitted, and the server offers "
                            + (found.isEmpty() ? "none" : found.size()) + " of that name; see novum tools");
        }
        return AdmittedTool.of(server, found.getFirst(), admission).tool();
    }

    /** A call of the study: its arguments are a person's and untainted. */
    public Sourced<JsonNode> call(Call call, String step) {
        return call(fitting(call), step, STUDY);
    }

    /** A wish of a model that its gate let in. */
    public Sourced<JsonNode> call(Admitted<AuthorisedTool> wish, String step, String model) {
        return call(wish.value(), step, model);
    }

    private AuthorisedTool fitting(Call call) {
        AdmittedTool tool = admitted.get(call.operation());
        if (tool == null) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "calls: " + call.operation() + " is no admitted tool; admitted are " + admitted.keySet());
        }
        try {
            return new AuthorisedTool(tool, tool.arguments(call.parameters()));
        } catch (IllegalArgumentException unfit) {
            throw new NovumException(
                    ExitCode.CONFIGURATION, "calls: " + call.operation() + " cannot be called: " + unfit.getMessage(), unfit);
        }
    }

    /** All that a call sends, and to whom. */
    private record Request(ForeignServer.Reach to, String tool, String digest, JsonNode arguments, String askedBy) {}

    private Sourced<JsonNode> call(AuthorisedTool call, String name, String askedBy) {
        AdmittedTool tool = call.tool();
        ForeignServer server = foreign.servers().get(tool.server());
        byte[] request = CanonicalJson.bytes((Object)
                new Request(server.reach(), tool.tool().name(), tool.admission().digest(), call.arguments(), askedBy));
        byte[] asked = runner.<RuntimeException>step(
                        Step.pure(name + "/request", Digest.of(request)), () -> StepYield.of(request))
                .output();
        Asked what = new Asked(call, server, name, askedBy);
        ToolEnd end = Json.read(made(what, Digest.of(asked)), ToolEnd.class);
        calls += end.calls();
        seconds += end.spent();
        return Sourced.of(Source.TOOL, Told.of(end));
    }

    private record Asked(AuthorisedTool call, ForeignServer server, String step, String by) {}

    private byte[] made(Asked asked, Digest input) {
        return switch (asked.call().tool().admission().repeats()) {
            case SAFE -> runner.<RuntimeException>step(
                            new Step(asked.step(), StepKind.IDEMPOTENT, input), () -> yielded(asked, make(asked)))
                    .output();
            case UNSAFE -> switch (runner.<RuntimeException>unsafeStep(
                    new Step(asked.step(), StepKind.UNSAFE, input),
                    () -> yielded(asked, make(asked)),
                    _ -> new InDoubtResolver.Resolution.TookEffect(yielded(asked, new ToolEnd.Failed(INTERRUPTED, 0))))) {
                case StepOutcome.Completed done -> done.output();
                case StepOutcome.InDoubt(Step open, String reason) ->
                    throw new NovumException(
                            ExitCode.CHECK_FAILED,
                            "step " + open.name() + ": " + reason + ", so it cannot be replayed; resume the run instead");
            };
        };
    }

    private ToolEnd make(Asked asked) {
        Optional<String> refusal = refusal();
        if (refusal.isPresent()) {
            return new ToolEnd.Refused(refusal.get());
        }
        long began = clock.millis();
        ToolEnd end = lines.call(asked.call(), asked.server());
        double took = Math.max(0, clock.millis() - began) / 1000.0;
        return switch (end) {
            case ToolEnd.Answered(var reply, double _) -> new ToolEnd.Answered(reply, took);
            case ToolEnd.Failed(String problem, double _) -> new ToolEnd.Failed(problem, took);
            case ToolEnd.Refused refused -> refused;
        };
    }

    private Optional<String> refusal() {
        if (calls + 1 > foreign.budget().calls()) {
            return Optional.of("budget.tools.calls: " + calls + " calls are made, of " + foreign.budget().calls()
                    + "; raise it to call on");
        }
        if (seconds >= foreign.budget().seconds()) {
            return Optional.of("budget.tools.seconds: " + seconds + " seconds are spent, of " + foreign.budget().seconds()
                    + "; raise it to call on");
        }
        return Optional.empty();
    }

    private static StepYield yielded(Asked asked, ToolEnd end) {
        ObjectNode tree = (ObjectNode) CanonicalJson.tree(end);
        long sent = CanonicalJson.bytes(asked.call().arguments()).length;
        RunEvent event = new RunEvent.ToolCalled(
                asked.step(),
                asked.call().tool().name(),
                asked.by(),
                tree.path("end").asText(),
                tree.path("problem").asText(""),
                new RunEvent.ToolCalled.Traffic(
                        end.calls() == 0 ? 0 : sent, tree.path("reply").path("bytes").asLong(), end.spent()));
        return StepYield.of(CanonicalJson.bytes(tree), recorded(event));
    }

    private static JournalRecord.Event recorded(RunEvent event) {
        JsonNode tree = CanonicalJson.tree(event);
        return new JournalRecord.Event(tree.path("type").asText(), tree);
    }

    @Override
    public void close() {
        lines.close();
    }
}
