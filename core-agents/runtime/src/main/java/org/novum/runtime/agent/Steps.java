package org.novum.runtime.agent;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.novum.api.event.RunEvent;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.JournalRecord;
import org.novum.journal.Step;
import org.novum.journal.StepKind;
import org.novum.journal.StepOutcome;
import org.novum.journal.StepRunner;
import org.novum.journal.StepYield;
import org.novum.runtime.Json;

/**
 * Journalled steps whose inputs and outputs are JSON values.
 *
 * <p>The value that comes back is always read from the recorded bytes, so that a run, its resumption and its replay go on
 * with the same value.
 */
public final class Steps {
    private final StepRunner runner;
    private final Map<String, Digest> outputs = new ConcurrentHashMap<>();

    /** @param runner the journal of a live run, or a replay */
    public Steps(StepRunner runner) {
        this.runner = runner;
    }

    /**
     * The output of a step.
     *
     * @param value as recorded
     * @param digest of its blob
     */
    public record Recorded<T>(T value, Digest digest) {}

    /** Computes a value from the input alone; a replay computes it again and compares. */
    public <T> Recorded<T> pure(String name, Object input, Class<T> type, Supplier<T> work) {
        return step(name, StepKind.PURE, input, TypeFactory.defaultInstance().constructType(type), work);
    }

    /** Computes a value of a generic type from the input alone. */
    public <T> Recorded<T> pure(String name, Object input, TypeReference<T> type, Supplier<T> work) {
        return step(name, StepKind.PURE, input, TypeFactory.defaultInstance().constructType(type), work);
    }

    /** Computes bytes from the input alone. */
    public Recorded<byte[]> pureBytes(String name, Object input, Supplier<byte[]> work) {
        Step step = Step.pure(name, CanonicalJson.digest(input));
        StepOutcome.Completed done = runner.<RuntimeException>step(step, () -> StepYield.of(work.get()));
        outputs.put(name, done.digest());
        return new Recorded<>(done.output(), done.digest());
    }

    /** Does something outside that may be done twice and gives a value of a generic type. */
    public <T> Recorded<T> idempotent(String name, Object input, TypeReference<T> type, Supplier<T> work) {
        return step(name, StepKind.IDEMPOTENT, input, TypeFactory.defaultInstance().constructType(type), work);
    }

    /** Does something outside that may be done twice; a replay takes the recorded value. */
    public <T> Recorded<T> idempotent(String name, Object input, Class<T> type, Supplier<T> work) {
        return step(name, StepKind.IDEMPOTENT, input, TypeFactory.defaultInstance().constructType(type), work);
    }

    /**
     * Digest of the output of a step that has been run or taken from the record.
     *
     * @throws IllegalArgumentException if there was no such step
     */
    public Digest outputOf(String name) {
        Digest digest = outputs.get(name);
        if (digest == null) {
            throw new IllegalArgumentException("no step " + name + " has been completed");
        }
        return digest;
    }

    /** Records a fact. */
    public void record(JournalRecord.Fact fact) {
        runner.record(fact);
    }

    /** Records an event, and publishes it. */
    public void event(RunEvent event) {
        var tree = CanonicalJson.tree(event);
        runner.record(new JournalRecord.Event(tree.path("type").asText(), tree));
    }

    private <T> Recorded<T> step(String name, StepKind kind, Object input, JavaType type, Supplier<T> work) {
        Step step = new Step(name, kind, CanonicalJson.digest(input));
        StepOutcome.Completed done =
                runner.<RuntimeException>step(step, () -> StepYield.of(CanonicalJson.bytes(CanonicalJson.tree(work.get()))));
        outputs.put(name, done.digest());
        return new Recorded<>(Json.read(done.output(), type), done.digest());
    }
}
