package org.novum.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.NovumException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.Registration.Requester;
import org.novum.report.LedgerRow;
import org.novum.runtime.partition.Slices;

/** Several processes that ask one experiment at once. */
class LedgerProcessesTest {
    private static final int PROCESSES = 3;
    private static final int QUESTIONS = 8;

    @TempDir
    private Path folder;

    @Test
    @Timeout(120)
    void processesShareOneBudgetAndOneOrder() throws IOException, InterruptedException {
        List<Process> processes = new ArrayList<>();
        for (int process = 0; process < PROCESSES; process++) {
            processes.add(new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "-Djava.io.tmpdir=" + folder,
                            "-cp",
                            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                            Asker.class.getName(),
                            folder.resolve("ledgers").toString(),
                            Integer.toString(process))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start());
        }
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        try (ExperimentLedgerStore store =
                new LedgerFiles(folder.resolve("ledgers"), InstantSource.system()).open("trial")) {
            assertThat(store.verify().firstFailure()).isEmpty();
            List<LedgerRow> rows = LedgerView.rows(store.state());
            // Each process asks its own questions, and one that all of them ask.
            assertThat(store.state().registrations()).hasSize(PROCESSES * QUESTIONS + 1);
            assertThat(rows).extracting(LedgerRow::index).containsExactlyElementsOf(
                    LongStream.rangeClosed(1, rows.size()).boxed().toList());
            assertThat(rows).extracting(LedgerRow::registration).doesNotHaveDuplicates();
            assertThat(rows.stream().mapToDouble(LedgerRow::spent).sum()).isLessThanOrEqualTo(0.05);
            // Each pays half of what all before it have left.
            for (int i = 0; i < rows.size(); i++) {
                assertThat(rows.get(i).spent()).isCloseTo(0.025 / (1L << i), within(1e-15));
            }
        }
    }

    /** One of the processes. */
    static final class Asker {
        private Asker() {}

        public static void main(String[] arguments) {
            try (ExperimentLedgerStore store =
                    new LedgerFiles(Path.of(arguments[0]), InstantSource.system()).open("trial")) {
                ErrorLedger ledger = new ErrorLedger(store);
                for (int question = 0; question < QUESTIONS; question++) {
                    ledger.register(request(arguments[1] + "-" + question));
                    ledger.register(request("asked by all"));
                }
            } catch (NovumException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static RegistrationRequest request(String claim) {
            TestPlan plan = new TestPlan(
                    List.of(new Hypothesis(claim, "It is so", "systematic", JsonNodeFactory.instance.textNode(claim))),
                    "t",
                    "all",
                    TestPlan.Dependence.POSITIVE,
                    Map.of(),
                    JsonNodeFactory.instance.objectNode());
            DatasetCard data = new DatasetCard(
                    "d", List.of(new DataPart("p", "file:p", 1, Digest.of(new byte[] {1}).hex(), List.of())));
            return new RegistrationRequest(
                    plan,
                    new DisciplineCard("d", "1", "", List.of(), List.of()),
                    new RegistrationRequest.Sample(data, new PartitionPolicy.WholeSample("no need"), Slices.ALL),
                    new Requester("s", "r"),
                    Budget.USUAL);
        }
    }
}
