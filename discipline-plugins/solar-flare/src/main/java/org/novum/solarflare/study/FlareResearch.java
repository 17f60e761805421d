package org.novum.solarflare.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.novum.api.data.DataHandle;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;
import org.novum.solarflare.disk.Coverage;
import org.novum.solarflare.input.FlareList;
import org.novum.solarflare.input.GroupRows;
import org.novum.solarflare.input.Layout;
import org.novum.solarflare.input.PatchRows;
import org.novum.solarflare.input.UtcTime;
import org.novum.solarflare.score.BlockTest;
import org.novum.solarflare.score.GroupBootstrap;
import org.novum.solarflare.score.Score;
import org.novum.solarflare.score.Scorecard;

/** The steps of a study: earlier rows train and validate, later rows test once. */
public final class FlareResearch {
    /** log10 of the one-sided p-value of three standard deviations, the bar for a discovery. */
    private static final double LOG10_THREE_SIGMA = -2.8697;

    private static final double LOG10_REFUTED = StrictMath.log10(0.95);
    private static final int REPLICATES = 1_000;
    private static final long SEED = 20_140_101;

    private FlareResearch() {}

    /** Rows before the date train, the others test. */
    public static PartitionPolicy policy(FlareOptions options) {
        return new PartitionPolicy.ByTime(List.of("t_end", "AR issue_date", "start_time"), options.testFrom());
    }

    /** Reads all rows, and refuses damaged ones, those from after the present, and days that the tables do not cover. */
    public static void check(Study study, DataHandle data, StepContext context) {
        long present = context.present().getEpochSecond();
        if (FlareOptions.of(study).scope().equals(FlareOptions.REGION)) {
            PatchRows.read(data, present);
            PatchRows.requireFlares(data, PatchRows.labels(data));
        } else {
            GroupRows groups = GroupRows.read(data, present);
            FlareList flares = FlareList.read(data, present);
            Coverage.of(groups, flares)
                    .check(
                            groups,
                            flares,
                            new Coverage.Files(
                                    Layout.GROUPS.required(data.card()).getFirst().uri(),
                                    Layout.FLARES.required(data.card()).getFirst().uri()));
        }
    }

    /** Trains the models on exploration rows; their cards say how they did on stretches they had not seen. */
    public static Analysis analyse(Discipline.Question question, DataHandle exploration, StepContext context) {
        FlareOptions options = FlareOptions.of(question.study());
        List<FlareClaim> claims = question.family().stream().map(FlareClaim::of).toList();
        ObjectNode content = JsonNodeFactory.instance.objectNode().put("scope", options.scope());
        content.put("testFrom", options.testFrom());
        content.set("models", forecasts(options.scope(), options.testFrom()).train(claims, exploration, context));
        return new Analysis(
                "Trained " + content.path("models").size() + " models on rows before " + options.testFrom()
                        + "; their cards hold scores on unseen stretches of time.",
                content);
    }

    /** The test: studentised block bootstrap of the gain over each reference; the weakest gain decides. */
    public static TestPlan plan(Discipline.Question question, Analysis analysis) {
        return new TestPlan(
                question.family(),
                "gain of the score over each reference minus the margin, summed in groups (patches; blocks of 14 days);"
                        + " one-sided p-value of the studentised bootstrap of " + BlockTest.REPLICATES
                        + " draws of groups; the greatest p-value of all references",
                "all rows of the confirmation partition, forecast by the models in the design",
                // One season of one star tests all members.
                TestPlan.Dependence.ARBITRARY,
                Map.of(),
                analysis.content());
    }

    /** Tests every member on the rows that confirm. */
    public static List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        JsonNode design = plan.design();
        Forecasts.Confirmation confirmed = forecasts(
                        design.path("scope").asText(), design.path("testFrom").asText())
                .confirm(design.path("models"), confirmation, context);
        List<Optional<Forecasts.Compared>> compared = plan.family().stream()
                .map(member -> confirmed.compared(FlareClaim.of(member)))
                .toList();
        List<Integer> members = IntStream.range(0, compared.size()).boxed().toList();
        return context.map(members, member -> {
            Hypothesis hypothesis = plan.family().get(member);
            return compared.get(member)
                    .map(of -> outcome(hypothesis, of))
                    .orElseGet(() -> new TestOutcome(
                            hypothesis.id(),
                            new Strength.Untested("there are no rows to confirm on"),
                            JsonNodeFactory.instance.objectNode()));
        });
    }

    private static Forecasts forecasts(String scope, String testFrom) {
        long cut = UtcTime.parse(testFrom).orElseThrow();
        return scope.equals(FlareOptions.REGION) ? new RegionForecasts(cut) : new DiskForecasts(UtcTime.day(cut));
    }

    private static TestOutcome outcome(Hypothesis member, Forecasts.Compared compared) {
        FlareClaim claim = FlareClaim.of(member);
        ObjectNode detail = new Scorecard(new GroupBootstrap(REPLICATES, SEED))
                .of(compared.ours(), compared.references());
        compared.flares().describe(detail.putObject("flares"));
        double base = Score.BASE_RATE.of(compared.ours());
        if (!(base > 0 && base < 1)) {
            return new TestOutcome(
                    member.id(),
                    new Strength.Untested("of " + compared.ours().size() + " rows the share with a flare is " + base),
                    detail);
        }
        double greatest = 0;
        ObjectNode values = detail.putObject("pValues");
        for (var reference : compared.references().entrySet()) {
            double p = BlockTest.pValue(claim.score(), compared.ours(), reference.getValue(), claim.margin());
            values.put(reference.getKey(), p);
            greatest = Math.max(greatest, p);
        }
        return new TestOutcome(member.id(), new Strength.PValue(StrictMath.log10(greatest)), detail);
    }

    /** The rule from outcome and ruling to a verdict. */
    public static Verdict verdict(TestOutcome outcome, LedgerDecision decision) {
        return switch (outcome.strength()) {
            case Strength.Untested untested -> new Verdict.Inconclusive(untested.reason());
            case Strength.EValue _ -> new Verdict.Inconclusive("this discipline states p-values");
            case Strength.PValue p when decision.accepted() && p.log10() <= LOG10_THREE_SIGMA ->
                new Verdict.Discovery("accepted by the ledger, better than every reference beyond three standard deviations");
            case Strength.PValue _ when decision.accepted() ->
                new Verdict.Evidence("accepted by the ledger, better than every reference");
            case Strength.PValue p when p.log10() >= LOG10_REFUTED ->
                new Verdict.Refuted("not better than every reference by the margin");
            case Strength.PValue _ -> new Verdict.Inconclusive("not accepted by the ledger");
        };
    }
}
