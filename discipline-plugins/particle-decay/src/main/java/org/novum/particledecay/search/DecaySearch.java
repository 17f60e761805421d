package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline.Question;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.particledecay.input.Layout;
import org.novum.particledecay.scan.MassWindow;
import org.novum.statistics.evidence.PValue;

/** The search as the research loop sees it: space, plan, test, verdict, measurement. */
public final class DecaySearch {
    /** Significance within the scan that the field asks of a discovery, in standard deviations. */
    static final double DISCOVERY = 5;

    private static final String EXPLORATION = "exploration";
    private static final String EXPECTED = "expected";
    private static final String STATISTIC = "Largest profile likelihood ratio q0 of a narrow peak over the best of smooth"
            + " backgrounds with or without broad bumps and edges (discrete profiling), over all masses and registered widths,"
            + " weighted where a decay of a narrow state to these daughters is listed (knownWeight);"
            + " its global p-value is that of pseudo-experiments from the fitted background through the same procedure, and"
            + " beyond their reach the Gross-Vitells tail. Further states of a spectrum are scanned for after each other, with"
            + " the states found before in the background; the first that is not found ends the sequence.";

    /** How the rows of a study are split. */
    public PartitionPolicy partitionPolicy(SearchOptions options, DatasetCard data) {
        return switch (options.design()) {
            case SearchOptions.Design.RegisteredScan _ ->
                new PartitionPolicy.WholeSample("a registered scan of all masses needs no exploration");
            case SearchOptions.Design.Rounds rounds ->
                new PartitionPolicy.ByKey(eventKey(data), rounds.explorationFraction(), rounds.slices());
        };
    }

    private static List<String> eventKey(DatasetCard data) {
        List<String> key = Layout.of(data.parts().getFirst()).eventKey();
        if (key.isEmpty()) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "options.rounds: the data have no event column to split them by; map one to event in data.columns, or"
                            + " leave rounds out");
        }
        return key;
    }

    /** Refuses candidates that cannot be; says nothing else about them. */
    public void check(SearchOptions options, DataHandle data, StepContext context) {
        new CandidateCheck(options).run(data, context);
    }

    /** Every claim of a study. */
    public HypothesisSpace space(SearchOptions options, DatasetCard data) {
        return new DecaySpace(options, data);
    }

    /** The operations of the discipline. */
    public List<Operation<?>> operations() {
        return List.of(new SpectrumOperation(), new ScanOperation(), new FitOperation());
    }

    /** What exploration rows say; a registered scan looks at none. */
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        SearchOptions options = SearchOptions.of(question.study().options());
        if (options.design() instanceof SearchOptions.Design.RegisteredScan) {
            return new Analysis("A registered scan: nothing is explored.", JsonNodeFactory.instance.objectNode());
        }
        return new Exploration(options).analyse(question.family(), exploration, context);
    }

    /** Freezes the test of a family. */
    public TestPlan plan(Question question, Analysis analysis) {
        SearchOptions options = SearchOptions.of(question.study().options());
        ObjectNode design = JsonNodeFactory.instance.objectNode();
        design.set("options", question.study().options());
        design.set(EXPLORATION, analysis.content());
        design.put("found", PeakTest.FOUND);
        ExpectedMasses.design(question.family(), question.priors()).ifPresent(places -> design.set(EXPECTED, places));
        return new TestPlan(
                question.family(),
                STATISTIC,
                selection(options),
                TestPlan.Dependence.POSITIVE,
                Map.of(),
                design);
    }

    private static String selection(SearchOptions options) {
        String window = options.massRange() == null
                ? "the range of the candidates"
                : String.format(Locale.ROOT, "%s to %s GeV", options.massRange().low(), options.massRange().high());
        return "One candidate per event and per set of momenta; pairs of charge: "
                + options.charge().name().toLowerCase(Locale.ROOT) + "; mass window: " + window + ".";
    }

    /** Tests a family, spectrum by spectrum. */
    public List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        SearchOptions options = SearchOptions.of(plan.design().path("options"));
        Map<String, List<Hypothesis>> spectra = new LinkedHashMap<>();
        for (Hypothesis hypothesis : plan.family()) {
            StateClaim claim = StateClaim.of(hypothesis);
            spectra.computeIfAbsent(claim.spectrum(), _ -> new ArrayList<>())
                    .add(hypothesis);
        }
        AtomicLong done = new AtomicLong();
        JsonNode exploration = plan.design().path(EXPLORATION);
        List<List<TestOutcome>> tested = context.map(List.copyOf(spectra.values()), claims -> {
            SearchOptions widened = Exploration.widened(options, exploration, StateClaim.of(claims.getFirst()));
            Optional<MassWindow> expected =
                    ExpectedMasses.of(plan.design().path(EXPECTED), StateClaim.of(claims.getFirst()));
            List<TestOutcome> outcomes = new PeakTest(widened, confirmation, expected).run(claims);
            context.progress("test", done.incrementAndGet(), spectra.size());
            return outcomes;
        });
        Map<String, TestOutcome> byId = new LinkedHashMap<>();
        tested.forEach(outcomes -> outcomes.forEach(outcome -> byId.put(outcome.hypothesis(), outcome)));
        return plan.family().stream().map(hypothesis -> byId.get(hypothesis.id())).toList();
    }

    /** The verdict: a discovery needs the ledger's acceptance and 5 sigma global. */
    public Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision) {
        if (outcome.strength() instanceof Strength.Untested untested) {
            return new Verdict.Inconclusive("not tested: " + untested.reason());
        }
        Outcome detail = Outcome.of(outcome);
        if (detail.veto() != null) {
            return new Verdict.Refuted(detail.veto());
        }
        if (detail.undescribed()) {
            return new Verdict.Inconclusive(
                    "an excess is there, but no peak shape of this plan describes it; asked again with tails if rows are left");
        }
        double global = PValue.ofLog10(((Strength.PValue) outcome.strength()).log10()).z();
        String figure = String.format(Locale.ROOT, "%.1f sigma global", Math.max(0, global));
        if (!decision.accepted()) {
            return new Verdict.Inconclusive("nothing beyond the background: " + figure);
        }
        return global >= DISCOVERY
                ? new Verdict.Discovery("accepted by the ledger at " + figure)
                : new Verdict.Evidence("accepted by the ledger, below 5 sigma: " + figure);
    }

    /** Measures what was found on all open rows. */
    public List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context) {
        return new Measuring(opened, context).measure(state);
    }
}
