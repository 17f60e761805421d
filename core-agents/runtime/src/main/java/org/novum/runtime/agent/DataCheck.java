package org.novum.runtime.agent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.novum.api.data.Dataset;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Discipline;
import org.novum.api.study.Study;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.partition.Slices;

/**
 * Lets a discipline refuse broken data before anything is registered or spent.
 *
 * <p>The check sees all rows, as the connector did that read them for their digests, and returns nothing: no later step can
 * learn from it more than that the data are usable.
 */
public final class DataCheck {
    private static final String USABLE = "usable";

    /** The step that records when the data were opened; its output refuses rows of the future, now and in every replay. */
    private static final String PRESENT = "present";

    private DataCheck() {}

    /**
     * Checks the data of a study, as a step that a replay repeats.
     *
     * @throws org.novum.api.data.DataException if they are refused
     */
    public static void run(Steps steps, Workers workers, Discipline discipline, Checked checked) {
        Steps.Recorded<String> present = steps.idempotent(
                PRESENT,
                Map.of("data", checked.data().card()),
                String.class,
                () -> checked.clock().instant().toString());
        steps.pure(
                "check",
                Map.of(
                        "study", StudyDigest.of(checked.study()),
                        "data", checked.data().card(),
                        PRESENT, present.value()),
                String.class,
                () -> workers.lend("check", context -> {
                    PartitionedData all = new PartitionedData(
                            checked.data(), new PartitionPolicy.WholeSample("to be refused or not"), "check");
                    discipline.check(
                            checked.study(),
                            all.handle(List.of(Slices.ALL), context.allocator()),
                            new Dated(context, Instant.parse(present.value())));
                    return USABLE;
                }));
    }

    /**
     * What is checked.
     *
     * @param study that asks
     * @param data it asks of
     * @param clock that says when they were opened; a replay does not ask it
     */
    public record Checked(Study study, Dataset data, InstantSource clock) {}
}
