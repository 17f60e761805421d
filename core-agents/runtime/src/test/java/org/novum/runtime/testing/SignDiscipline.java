package org.novum.runtime.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.vector.Float8Vector;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.Operation;
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
import org.novum.statistics.evidence.PValue;

/**
 * A discipline for tests: does the mean of unit-variance values differ from 0, in the direction that exploration saw?
 *
 * <p>Round 1 asks every part; round 2 asks those again that round 1 left open, on the next slice. Options: {@code slices}
 * (default 2), {@code fraction} (default 0.3), {@code whole} (true: no exploration, one round).
 */
public class SignDiscipline implements Discipline {
    @Override
    public DisciplineCard card() {
        return new DisciplineCard("sign", "1", "Asks for the sign of a mean.", List.of(), List.of("A test, 2026"));
    }

    @Override
    public java.util.Map<String, String> tables() {
        return java.util.Map.of("signs-table", "first edition");
    }

    @Override
    public List<Operation<?>> operations() {
        return List.of(new CountOperation());
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        JsonNode options = study.options();
        return options.path("whole").asBoolean()
                ? new PartitionPolicy.WholeSample("the direction is known")
                : new PartitionPolicy.ByKey(
                        List.of("key"),
                        options.path("fraction").asDouble(0.3),
                        options.path("slices").asInt(2));
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return new Space(data);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        ObjectNode signs = JsonNodeFactory.instance.objectNode();
        for (Hypothesis hypothesis : question.family()) {
            signs.put(hypothesis.id(), Sum.of(exploration, part(hypothesis)).total() >= 0 ? 1 : -1);
        }
        return new Analysis("Signs of " + signs.size() + " parts were chosen.", signs);
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        return new TestPlan(
                question.family(),
                "sum over root n, one-sided.",
                "all rows",
                TestPlan.Dependence.POSITIVE,
                Map.of(),
                analysis.content());
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        return context.map(plan.family(), hypothesis -> {
            Sum sum = Sum.of(confirmation, part(hypothesis));
            int sign = plan.design().path(hypothesis.id()).asInt();
            ObjectNode detail = JsonNodeFactory.instance.objectNode().put("rows", sum.rows());
            return sum.rows() == 0
                    ? new TestOutcome(hypothesis.id(), new Strength.Untested("no rows"), detail)
                    : new TestOutcome(
                            hypothesis.id(),
                            new Strength.PValue(PValue.ofZ(sign * sum.total() / Math.sqrt(sum.rows())).log10()),
                            detail);
        });
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        return decision.accepted()
                ? new Verdict.Evidence("accepted by the ledger")
                : new Verdict.Inconclusive("not accepted by the ledger");
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        List<Measurement> measurements = new ArrayList<>();
        for (ResearchState.Round round : state.rounds()) {
            for (ResearchState.Judged judged : round.judged()) {
                String part = part(judged.hypothesis());
                Sum sum = Sum.of(opened, part);
                if (sum.rows() > 0) {
                    measurements.add(new Measurement(
                            judged.hypothesis().id(),
                            "The mean of " + part + " is " + sum.total() / sum.rows(),
                            JsonNodeFactory.instance.objectNode().put("subject", part),
                            Map.of("mean", new Quantity(sum.total() / sum.rows(), 1 / Math.sqrt(sum.rows()), Unit.ONE)),
                            Significance.NONE,
                            Significance.NONE,
                            List.of()));
                }
            }
        }
        return measurements;
    }

    private static String part(Hypothesis hypothesis) {
        return hypothesis.claim().path("part").asText();
    }

    private record Sum(double total, int rows) {
        static Sum of(DataHandle data, String part) {
            double total = 0;
            int rows = 0;
            try (Batches batches = data.read(part, List.of("value"))) {
                while (batches.next()) {
                    Float8Vector values = (Float8Vector) batches.root().getVector(0);
                    for (int row = 0; row < batches.root().getRowCount(); row++, rows++) {
                        total += values.get(row);
                    }
                }
            }
            return new Sum(total, rows);
        }
    }

    private record Space(DatasetCard data) implements HypothesisSpace {
        @Override
        public List<Hypothesis> propose(ResearchState state) {
            return switch (state.nextRound()) {
                case 1 -> data.parts().stream().map(part -> claim(part.name(), 1)).toList();
                case 2 ->
                    state.rounds().getFirst().judged().stream()
                            .filter(judged -> !judged.verdict().accepted())
                            .map(judged -> claim(part(judged.hypothesis()), 2))
                            .toList();
                default -> List.of();
            };
        }

        private static Hypothesis claim(String part, int round) {
            ObjectNode claim = JsonNodeFactory.instance.objectNode().put("part", part).put("round", round);
            return new Hypothesis(part + "/" + round, "The mean of " + part + " is not 0", "systematic", claim);
        }

        @Override
        public void validate(Hypothesis hypothesis) {
            if (data.parts().stream().noneMatch(part -> part.name().equals(part(hypothesis)))) {
                throw new InvalidHypothesisException(hypothesis.id(), "there is no such part");
            }
        }

        /** A claim may be asked under any round number, so that a proposer can ask one thing in many guises. */
        @Override
        public Hypothesis phrase(JsonNode claim, String proposer) {
            if (claim.size() != 2 || !claim.path("part").isTextual() || !claim.path("round").isInt()) {
                throw new InvalidHypothesisException(proposer + "'s", "a claim is {part, round}");
            }
            Hypothesis made = claim(claim.path("part").asText(), claim.path("round").asInt());
            validate(made);
            return new Hypothesis(made.id(), made.statement(), proposer, made.claim());
        }

        @Override
        public JsonNode claimSchema() {
            return JsonNodeFactory.instance.objectNode().put("type", "object");
        }
    }
}
