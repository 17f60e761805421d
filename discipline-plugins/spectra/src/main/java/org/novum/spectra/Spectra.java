package org.novum.spectra;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.spectra.group.GroupSpace;
import org.novum.spectra.group.GroupStudy;
import org.novum.spectra.operation.ContinuumOperation;
import org.novum.spectra.operation.EvaluateOperation;
import org.novum.spectra.operation.LinesOperation;
import org.novum.spectra.operation.OutliersOperation;
import org.novum.spectra.operation.ParametersOperation;
import org.novum.spectra.operation.PlotOperation;
import org.novum.spectra.operation.RedshiftOperation;
import org.novum.spectra.operation.TrainOperation;
import org.novum.spectra.spectrum.Exposures;
import org.novum.spectra.study.Claim;
import org.novum.spectra.study.ClaimExploration;
import org.novum.spectra.study.ClaimMeasurement;
import org.novum.spectra.study.ClaimOptions;
import org.novum.spectra.study.ClaimSpace;
import org.novum.spectra.study.ClaimSplit;
import org.novum.spectra.study.ClaimTest;
import org.novum.spectra.study.PredictedLines;

/** Finds class and redshift of spectra, and tests claims of class and redshift. */
public final class Spectra implements Discipline {
    private static final DisciplineCard CARD = new DisciplineCard(
            "spectra",
            "2",
            "Finds class and redshift of optical spectra and tests claims of class and redshift.",
            Stream.concat(ClaimOptions.CARDS.stream(), Stream.of(GroupStudy.CARD)).toList(),
            List.of(
                    "S. Bailey, Principal component analysis with noisy and/or missing data, PASP 124 (2012) 1015",
                    "A. S. Bolton et al., Spectral classification and redshift measurement for the SDSS-III Baryon"
                            + " Oscillation Spectroscopic Survey, AJ 144 (2012) 144",
                    "S. Roweis, Z. Ghahramani, A unifying review of linear Gaussian models, Neural Comput. 11 (1999) 305"));

    /** A claim is refuted where more than half of all other classes and redshifts explain the spectrum better. */
    private static final double LOG10_REFUTED = StrictMath.log10(0.5);

    @Override
    public DisciplineCard card() {
        return CARD;
    }

    @Override
    public List<Operation<?>> operations() {
        return List.of(
                new RedshiftOperation(),
                new LinesOperation(),
                new ParametersOperation(),
                new ContinuumOperation(),
                new OutliersOperation(),
                new PlotOperation(),
                new TrainOperation(),
                new EvaluateOperation());
    }

    @Override
    public PartitionPolicy partitionPolicy(Study study, DatasetCard data) {
        if (GroupStudy.is(study)) {
            Exposures.requireNone(data);
            return GroupStudy.of(study).partition();
        }
        ClaimOptions options = ClaimOptions.of(study);
        ClaimSplit split = ClaimSplit.of(options, data);
        if (options.proposesFromData() || split == ClaimSplit.EXPOSURES) {
            return split.policy();
        }
        return new PartitionPolicy.WholeSample(
                "the claims stand in the study; each spectrum is split by wavelength, and only the blocks that spectra.redshift"
                        + " leaves out with blocks=EXPLORATION are tested");
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data) {
        return GroupStudy.is(study)
                ? GroupStudy.of(study).space(JsonNodeFactory.instance.objectNode())
                : ClaimSpace.of(ClaimOptions.of(study));
    }

    @Override
    public boolean proposesFromData(Study study) {
        return GroupStudy.is(study) || ClaimOptions.of(study).proposesFromData();
    }

    @Override
    public JsonNode explore(Study study, DataHandle exploration, StepContext context) {
        if (GroupStudy.is(study)) {
            return GroupStudy.of(study).explore(exploration, context);
        }
        return ClaimExploration.of(exploration, ClaimOptions.of(study), context).json();
    }

    @Override
    public HypothesisSpace hypothesisSpace(Study study, DatasetCard data, JsonNode explored) {
        return GroupStudy.is(study)
                ? GroupStudy.of(study).space(explored)
                : ClaimSpace.of(ClaimOptions.of(study), explored);
    }

    @Override
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        if (GroupStudy.is(question.study())) {
            return GroupStudy.of(question.study()).analyse(question, exploration, context);
        }
        ClaimOptions options = ClaimOptions.of(question.study());
        long objects = question.family().stream().map(member -> Claim.of(member).object()).distinct().count();
        ClaimSplit split = ClaimSplit.of(options, question.data());
        String explored =
                switch (split) {
                    case EXPOSURES -> "exposures";
                    case WAVELENGTH -> "wavelength blocks";
                };
        String summary = options.proposesFromData()
                ? question.family().size() + " claims on " + objects + " objects came from the survey's table and, where they"
                        + " say something else, from the " + explored + " of exploration."
                : "Nothing was explored: the claims stand in the study.";
        ObjectNode content = JsonNodeFactory.instance.objectNode().put(ClaimTest.TOLERANCE, options.tolerance());
        return new Analysis(summary, stated(content, split));
    }

    /** Splits by wavelength are not stated, as they were not before there were others. */
    private static ObjectNode stated(ObjectNode content, ClaimSplit split) {
        return split == ClaimSplit.WAVELENGTH ? content : content.put(ClaimSplit.FIELD, split.word());
    }

    @Override
    public TestPlan plan(Question question, Analysis analysis) {
        if (GroupStudy.is(question.study())) {
            return GroupStudy.plan(question, analysis);
        }
        ClaimSplit split = ClaimSplit.in(analysis.content());
        return new TestPlan(
                question.family(),
                "rank of the claimed class and redshift, in windows of twice the tolerance, among all classes and redshifts by"
                        + " evidence of the shipped templates",
                split.selection(),
                TestPlan.Dependence.ARBITRARY,
                Map.of(),
                stated(
                        PredictedLines.of(question.family(), split)
                                .put(ClaimTest.TOLERANCE, analysis.content().path(ClaimTest.TOLERANCE).asDouble()),
                        split));
    }

    @Override
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        return plan.family().stream().anyMatch(GroupSpace::holds)
                ? GroupStudy.test(plan, confirmation, context)
                : ClaimTest.of(plan, confirmation, context);
    }

    @Override
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        ClaimSplit split = ClaimSplit.in(plan.design());
        return switch (outcome.strength()) {
            case Strength.Untested untested -> new Verdict.Inconclusive(untested.reason());
            case Strength.PValue _ when plan.family().stream().anyMatch(GroupSpace::holds) ->
                decision.accepted()
                        ? new Verdict.Evidence("accepted by the ledger; " + GroupStudy.words(outcome))
                        : new Verdict.Inconclusive("not accepted by the ledger; " + GroupStudy.words(outcome));
            case Strength.EValue _ -> new Verdict.Inconclusive("this discipline states p-values");
            case Strength.PValue _ when decision.accepted() && outcome.detail().has(ClaimTest.RIVAL) ->
                new Verdict.Inconclusive("accepted by the ledger, but another claim explains the " + split.confirming()
                        + " better: " + outcome.detail().path(ClaimTest.RIVAL).asText());
            case Strength.PValue _ when decision.accepted() ->
                new Verdict.Evidence("accepted by the ledger; " + ClaimTest.words(outcome, split));
            case Strength.PValue p when p.log10() >= LOG10_REFUTED ->
                new Verdict.Refuted("most other classes and redshifts explain the " + split.confirming() + " better; "
                        + ClaimTest.words(outcome, split));
            case Strength.PValue _ ->
                new Verdict.Inconclusive("not accepted by the ledger; " + ClaimTest.words(outcome, split));
        };
    }

    @Override
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        List<Judged> judged =
                state.rounds().stream().flatMap(round -> round.judged().stream()).toList();
        if (judged.stream().anyMatch(one -> GroupSpace.holds(one.hypothesis()))) {
            return GroupStudy.measure(judged, opened, context);
        }
        return judged.stream()
                .flatMap(one -> ClaimMeasurement.of(one, opened).stream())
                .toList();
    }
}
