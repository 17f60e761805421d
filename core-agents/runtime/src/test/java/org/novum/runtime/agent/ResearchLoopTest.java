package org.novum.runtime.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.journal.FileBlobStore;
import org.novum.journal.Journal;
import org.novum.journal.JournalRecord;
import org.novum.journal.sqlite.SqliteJournalStore;
import org.novum.models.settings.ModelSource;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.ledger.ErrorLedger;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.model.Doubts;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.partition.PartitionedData;
import org.novum.runtime.testing.Laboratory;
import org.novum.runtime.testing.SignDiscipline;
import org.novum.runtime.tool.ToolSource;
import org.novum.runtime.tool.call.Lines;
import org.novum.runtime.tool.call.ToolDesk;

@Timeout(60)
class ResearchLoopTest {
    @RegisterExtension
    private final WatchedVertx vertx = new WatchedVertx();

    @TempDir
    private Path folder;

    private final BufferAllocator allocator = new RootAllocator();

    @AfterEach
    void allMemoryComesBack() {
        assertThat(allocator.getAllocatedMemory()).isZero();
        allocator.close();
    }

    private static final InMemoryDataset DATA = InMemoryDataset.of("d", table("a", 1), table("b", 0));

    private static InMemoryTable table(String name, double mean) {
        long[] keys = new long[300];
        double[] values = new double[300];
        for (int row = 0; row < keys.length; row++) {
            keys[row] = row;
            values[row] = mean + (row % 2 == 0 ? 1 : -1);
        }
        return InMemoryTable.named(name).wholes("key", Unit.ONE, keys).reals("value", Unit.ONE, values);
    }

    private ResearchLoop.Result run(Discipline discipline) {
        return run(discipline, UnaryOperator.identity());
    }

    private ResearchLoop.Result run(Discipline discipline, UnaryOperator<Study> change) {
        Study study = change.apply(Laboratory.study("memory:d"));
        var store = SqliteJournalStore.create(
                folder.resolve("journal.db"), "run", new SqliteJournalStore.Writer("test", () -> java.time.Instant.EPOCH));
        try (Journal journal = Journal.open(Journal.Parts.of(store, FileBlobStore.at(folder.resolve("blobs"))));
                Workers workers = new Workers(2, allocator, _ -> {});
                var ledger = new LedgerFiles(folder.resolve("ledgers"), () -> java.time.Instant.EPOCH).open("trial")) {
            PartitionedData data = new PartitionedData(DATA, discipline.partitionPolicy(study, DATA.card()), "trial");
            ResearchLoop.Result result = new ResearchLoop(
                            vertx.vertx(),
                            new Steps(journal),
                            workers,
                            new ResearchLoop.Desks(
                                    desk(journal, study),
                                    new ToolDesk(journal, study.tools(), new Lines(ToolSource.NONE), InstantSource.system()),
                                    Approver.NOBODY,
                                    Retrieved.NOTHING))
                    .run(new ResearchLoop.Inquiry(study, discipline, data, new ErrorLedger(ledger), "run"));
            assertThat(journal.reader().records(JournalRecord.Registered.class)).hasSize(result.state().rounds().size());
            return result;
        }
    }

    private static ModelDesk desk(Journal journal, Study study) {
        return new ModelDesk(
                journal,
                "run",
                study.team(),
                new ModelDesk.Surroundings(ModelSource.NONE, () -> java.time.Instant.EPOCH, Doubts.in(journal, InstantSource.system())));
    }

    @Test
    void twoRoundsWithoutBlockingAnEventLoop() {
        ResearchLoop.Result result = run(new SignDiscipline());
        assertThat(result.state().rounds()).hasSize(2);
        assertThat(result.state().rounds().getLast().judged()).hasSize(1);
        assertThat(result.measurements()).hasSize(3);
    }

    @Test
    void heavyWorkBlocksNoEventLoop() {
        List<String> threads = new ArrayList<>();
        run(new SignDiscipline() {
            @Override
            public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
                threads.add(Thread.currentThread().isVirtual() ? "virtual" : Thread.currentThread().getName());
                long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
                return super.analyse(question, exploration, context);
            }
        });
        assertThat(threads).containsOnly("virtual");
    }

    @Test
    void theCheckerSeesABlockedEventLoop() throws InterruptedException {
        java.util.concurrent.CountDownLatch done = new java.util.concurrent.CountDownLatch(1);
        vertx.vertx().runOnContext(_ -> {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
            while (System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            done.countDown();
        });
        done.await();
        assertThat(vertx.blocked()).isNotEmpty();
        vertx.blocked().clear();
    }

    @Test
    void roundsEndWithTheBudget() {
        assertThat(run(new SignDiscipline(), study -> with(study, 1)).state().rounds()).hasSize(1);
    }

    private static Study with(Study study, int rounds) {
        return new Study(
                study.name(), study.question(), study.experiment(), study.discipline(), study.data(), study.options(),
                new org.novum.api.study.Budget(0.05, 0.5, rounds));
    }

    @Test
    void explorationNeverSeesConfirmationRowsBeforeTheyAreOpened() {
        List<String> seen = new ArrayList<>();
        run(new SignDiscipline() {
            @Override
            public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
                seen.add("analyse " + exploration.partition());
                return super.analyse(question, exploration, context);
            }

            @Override
            public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
                seen.add("test " + confirmation.partition());
                return super.test(plan, confirmation, context);
            }

            @Override
            public List<org.novum.api.finding.Measurement> measure(
                    ResearchState state, DataHandle opened, StepContext context) {
                seen.add("measure " + opened.partition());
                return super.measure(state, opened, context);
            }
        });
        assertThat(seen)
                .containsExactly(
                        "analyse exploration",
                        "test confirmation-1",
                        "analyse confirmation-1+exploration",
                        "test confirmation-2",
                        "measure confirmation-1+confirmation-2+exploration");
    }

    @Test
    void aKeptExplorationHandleStaysWithItsRows() {
        AtomicReference<DataHandle> kept = new AtomicReference<>();
        run(new SignDiscipline() {
            @Override
            public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
                kept.compareAndSet(null, exploration);
                return super.analyse(question, exploration, context);
            }

            @Override
            public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
                assertThat(kept.get().partition()).isEqualTo("exploration");
                // Its step is over, and with it the memory it could read into.
                assertThatThrownBy(() -> kept.get().read("a", List.of("value")).next())
                        .isInstanceOf(IllegalStateException.class);
                return super.test(plan, confirmation, context);
            }
        });
    }

    @Test
    void aDisciplineThatAsksTwiceIsRefused() {
        assertRefused("asks hypothesis same twice", new SignDiscipline() {
            @Override
            public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
                HypothesisSpace usual = super.hypothesisSpace(study, data);
                return new HypothesisSpace() {
                    @Override
                    public List<Hypothesis> propose(ResearchState state) {
                        Hypothesis one = usual.propose(state).getFirst();
                        Hypothesis same = new Hypothesis("same", one.statement(), one.proposer(), one.claim());
                        return List.of(same, same);
                    }

                    @Override
                    public void validate(Hypothesis hypothesis) {}

                    @Override
                    public com.fasterxml.jackson.databind.JsonNode claimSchema() {
                        return usual.claimSchema();
                    }

                    @Override
                    public Hypothesis phrase(com.fasterxml.jackson.databind.JsonNode claim, String proposer) {
                        return usual.phrase(claim, proposer);
                    }
                };
            }
        });
    }

    @Test
    void outcomesMustBeOnePerMemberInOrder() {
        assertRefused("not, in order, the 2 members", new SignDiscipline() {
            @Override
            public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
                return super.test(plan, confirmation, context).reversed();
            }
        });
    }

    @Test
    void aVerdictCannotAcceptWhatTheLedgerDidNot() {
        assertRefused("which the error ledger has not accepted", new SignDiscipline() {
            @Override
            public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
                return new Verdict.Discovery("I say so");
            }
        });
    }

    @Test
    void weightsAreCheckedBeforeAnythingIsOpened() {
        List<String> tested = new ArrayList<>();
        assertThatThrownBy(() -> run(new SignDiscipline() {
                    @Override
                    public TestPlan plan(Question question, Analysis analysis) {
                        TestPlan plan = super.plan(question, analysis);
                        return new TestPlan(
                                plan.family(),
                                plan.statistic(),
                                plan.selection(),
                                plan.dependence(),
                                Map.of("a/1", 5.0),
                                JsonNodeFactory.instance.objectNode());
                    }

                    @Override
                    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
                        tested.add("tested");
                        return super.test(plan, confirmation, context);
                    }
                }))
                .hasMessageContaining("weights have mean");
        assertThat(tested).isEmpty();
    }

    @Test
    void anErrorInAnAgentEndsTheRunWithItself() {
        assertThatThrownBy(() -> run(new SignDiscipline() {
                    @Override
                    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
                        throw new StackOverflowError("deep");
                    }
                }))
                .isInstanceOf(StackOverflowError.class);
    }

    private void assertRefused(String message, Discipline discipline) {
        assertThatThrownBy(() -> run(discipline))
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.SOFTWARE))
                .hasMessageContaining(message);
    }
}
