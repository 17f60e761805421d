package org.novum.disciplinetemplate;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.disciplinetemplate.WelchTest.Direction;
import org.novum.pluginsdk.DisciplineContract;

/** The contract is worth something only if a discipline with a defect fails it. */
class ContractFindsDefectsTest {
    @TestFactory
    Stream<DynamicTest> finds() {
        return Stream.of(
                defect("a discipline nobody registered", new Unregistered(), DisciplineContract::isFoundThroughServiceLoader),
                defect("ids made of the study", new IdsOfStudy(), DisciplineContract::idsDependOnTheClaimAlone),
                defect("a space that takes anything", new TakesAnything(), DisciplineContract::refusesForeignClaims),
                defect("a space that takes no claim", new TakesAnything(), DisciplineContract::refusesMalformedClaims),
                defect("a claim under any id", new TakesAnything(), DisciplineContract::refusesAClaimUnderAnotherId),
                defect("a statement in the proposer's words", new SpeaksForTheModel(), DisciplineContract::phrasesClaimsItself),
                defect("endless questions", new NeverStops(), DisciplineContract::proposingTerminates),
                defect("an analysis that remembers", new Remembers(), DisciplineContract::analysisIsReproducible),
                defect("a plan drawn by the clock", new PlansByClock(), DisciplineContract::planIsDeterministicAndSurvivesTheJournal),
                defect("a test that needs its instance", new NeedsItsInstance(), DisciplineContract::testReadsTheRegisteredPlanAlone),
                defect("a detail that JSON cannot hold", new NotesNaN(), DisciplineContract::testReadsTheRegisteredPlanAlone),
                defect("memory kept", new KeepsMemory(), DisciplineContract::outcomesAreReproducible),
                defect("an outcome that counts batches", new CountsBatches(), DisciplineContract::outcomesAreReproducible),
                defect("an outcome that names threads", new NamesThreads(), DisciplineContract::outcomesAreReproducible),
                defect("outcomes in another order", new Reverses(), DisciplineContract::outcomesFollowTheFamily),
                defect("p-values too small", new DoubleDips(), DisciplineContract::strengthsAreValidUnderTheNull),
                defect("a test that sees nothing", new SeesNothing(), DisciplineContract::plantedEffectIsSeen),
                defect("a verdict past the ledger", new IgnoresLedger(), DisciplineContract::verdictNeverAcceptsWhatTheLedgerRefused),
                defect("a verdict upside down", new PrefersWeak(), DisciplineContract::verdictIsMonotone),
                defect("a measurement of nobody", new ForgetsSubject(), DisciplineContract::measurementsAreComplete));
    }

    private static DynamicTest defect(String name, Discipline discipline, Consumer<DisciplineContract> check) {
        return DynamicTest.dynamicTest(name, () ->
                assertThatThrownBy(() -> check.accept(new FixtureOf(discipline))).isInstanceOf(AssertionError.class));
    }

    private static List<TestOutcome> changed(List<TestOutcome> outcomes, UnaryOperator<TestOutcome> change) {
        return outcomes.stream().map(change).toList();
    }

    private static TestOutcome noted(TestOutcome outcome, String note) {
        return new TestOutcome(
                outcome.hypothesis(),
                outcome.strength(),
                ((ObjectNode) outcome.detail()).put("note", note));
    }

    private static final class Unregistered extends DelegatingDiscipline {
        @Override
        public DisciplineCard card() {
            return new DisciplineCard("nobody-knows", "1", "A test.", List.of(), List.of("none"));
        }
    }

    private static final class IdsOfStudy extends DelegatingDiscipline {
        @Override
        public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
            return new ChangedSpace(super.hypothesisSpace(study, data)) {
                @Override
                public List<Hypothesis> propose(ResearchState state) {
                    return space.propose(state).stream()
                            .map(member -> new Hypothesis(
                                    study.name() + member.id(), member.statement(), member.proposer(), member.claim()))
                            .toList();
                }
            };
        }
    }

    private static final class TakesAnything extends DelegatingDiscipline {
        @Override
        public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
            return new ChangedSpace(super.hypothesisSpace(study, data)) {
                @Override
                public void validate(Hypothesis hypothesis) {}
            };
        }
    }

    private static final class SpeaksForTheModel extends DelegatingDiscipline {
        @Override
        public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
            return new ChangedSpace(super.hypothesisSpace(study, data)) {
                @Override
                public Hypothesis phrase(JsonNode claim, String proposer) {
                    Hypothesis made = space.phrase(claim, proposer);
                    return new Hypothesis(made.id(), proposer + " proved it", proposer, made.claim());
                }
            };
        }
    }

    private static final class NeverStops extends DelegatingDiscipline {
        @Override
        public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
            return new ChangedSpace(super.hypothesisSpace(study, data)) {
                @Override
                public List<Hypothesis> propose(ResearchState state) {
                    return space.propose(ResearchState.EMPTY);
                }
            };
        }
    }

    private static final class Remembers extends DelegatingDiscipline {
        private boolean tested;

        @Override
        public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
            Analysis analysis = super.analyse(question, exploration, context);
            return tested ? new Analysis("I know already.", analysis.content()) : analysis;
        }

        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            tested = true;
            return super.test(plan, confirmation, context);
        }
    }

    private static final class PlansByClock extends DelegatingDiscipline {
        @Override
        public TestPlan plan(Question question, Analysis analysis) {
            TestPlan plan = super.plan(question, analysis);
            ObjectNode design = plan.design().deepCopy();
            return new TestPlan(
                    plan.family(),
                    plan.statistic(),
                    plan.selection(),
                    plan.dependence(),
                    plan.weights(),
                    design.put("drawn", System.nanoTime()));
        }
    }

    private static final class NeedsItsInstance extends DelegatingDiscipline {
        private final Map<TestPlan, Boolean> planned = new IdentityHashMap<>();

        @Override
        public TestPlan plan(Question question, Analysis analysis) {
            TestPlan plan = super.plan(question, analysis);
            planned.put(plan, true);
            return plan;
        }

        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            return changed(
                    super.test(plan, confirmation, context),
                    outcome -> planned.containsKey(plan) ? outcome : noted(outcome, "not my plan"));
        }
    }

    private static final class NotesNaN extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            return changed(
                    super.test(plan, confirmation, context),
                    outcome -> new TestOutcome(
                            outcome.hypothesis(),
                            outcome.strength(),
                            JsonNodeFactory.instance.objectNode().put("value", Double.NaN)));
        }
    }

    private static final class KeepsMemory extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            Batches kept = confirmation.read("north", List.of("growth"));
            kept.next();
            return super.test(plan, confirmation, context);
        }
    }

    private static final class CountsBatches extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            try (Batches batches = confirmation.read("north", List.of("growth"))) {
                int count = 0;
                while (batches.next()) {
                    count++;
                }
                String note = count + " batches";
                return changed(super.test(plan, confirmation, context), outcome -> noted(outcome, note));
            }
        }
    }

    private static final class NamesThreads extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            return context.map(
                    super.test(plan, confirmation, context),
                    outcome -> noted(outcome, Thread.currentThread().getName()));
        }
    }

    private static final class Reverses extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            return super.test(plan, confirmation, context).reversed();
        }
    }

    /** Chooses the direction on the rows that confirm, which doubles the false alarms. */
    private static final class DoubleDips extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            ObjectNode design = JsonNodeFactory.instance.objectNode();
            for (Hypothesis member : plan.family()) {
                Groups groups = Groups.read(confirmation, MeanShift.of(member));
                double difference =
                        Sample.of(groups.first()).mean() - Sample.of(groups.second()).mean();
                design.put(member.id(), Direction.of(difference).name());
            }
            TestPlan chosen = new TestPlan(
                    plan.family(), plan.statistic(), plan.selection(), plan.dependence(), plan.weights(), design);
            return super.test(chosen, confirmation, context);
        }
    }

    private static final class SeesNothing extends DelegatingDiscipline {
        @Override
        public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
            return changed(
                    super.test(plan, confirmation, context),
                    outcome -> new TestOutcome(outcome.hypothesis(), new Strength.PValue(0), outcome.detail()));
        }
    }

    private static final class IgnoresLedger extends DelegatingDiscipline {
        @Override
        public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
            return outcome.strength() instanceof Strength.PValue p && p.log10() < -10
                    ? new Verdict.Discovery("obvious")
                    : super.verdict(plan, outcome, decision);
        }
    }

    private static final class PrefersWeak extends DelegatingDiscipline {
        @Override
        public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
            return outcome.strength() instanceof Strength.PValue p && p.log10() < -10
                    ? new Verdict.Inconclusive("too good to be true")
                    : super.verdict(plan, outcome, decision);
        }
    }

    private static final class ForgetsSubject extends DelegatingDiscipline {
        @Override
        public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
            return super.measure(state, opened, context).stream()
                    .map(measurement -> new Measurement(
                            measurement.hypothesis(),
                            measurement.statement(),
                            JsonNodeFactory.instance.objectNode(),
                            measurement.quantities(),
                            Significance.NONE,
                            Significance.NONE,
                            List.of()))
                    .toList();
        }
    }

    private abstract static class ChangedSpace implements HypothesisSpace {
        final HypothesisSpace space;

        ChangedSpace(HypothesisSpace space) {
            this.space = space;
        }

        @Override
        public List<Hypothesis> propose(ResearchState state) {
            return space.propose(state);
        }

        @Override
        public void validate(Hypothesis hypothesis) {
            space.validate(hypothesis);
        }

        @Override
        public JsonNode claimSchema() {
            return space.claimSchema();
        }

        @Override
        public Hypothesis phrase(JsonNode claim, String proposer) {
            return space.phrase(claim, proposer);
        }
    }
}
