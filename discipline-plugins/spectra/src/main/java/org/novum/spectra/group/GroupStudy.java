package org.novum.spectra.group;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataHandle;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline.Question;
import org.novum.api.discipline.DisciplineCard.OptionCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.api.study.Study;
import org.novum.spectra.template.SpectralClass;
import org.novum.statistics.evidence.PValue;

/**
 * A study of groups: objects are explored and confirm by a hash of their files; a group is the objects whose residuals are
 * like those of one explored object.
 *
 * <p>The statistic is the sum of squares of the positive correlations of the leader's residuals with those of the confirming
 * objects, in the rest frame. Its p-value is the rank among all residuals that are the leader's moved round in wavelength:
 * they have its strength and smoothness, and nothing at its lines.
 *
 * @param spectralClass of the objects
 */
public record GroupStudy(SpectralClass spectralClass) {
    /** The option that makes a study one of groups. */
    public static final OptionCard CARD = new OptionCard(
            "groups",
            "class (GALAXY, QSO or STAR) in which groups of objects are sought that share what no template explains; no other"
                    + " option goes with it");

    private static final String PROFILES = "profiles";

    /** The leader's residuals are moved by at least so many windows. */
    private static final int NEAREST = 4;

    /** Whether a study is one of groups. */
    public static boolean is(Study study) {
        return study.options().has(CARD.name());
    }

    /**
     * Reads the option.
     *
     * @throws NovumException with {@code CONFIGURATION} if it cannot be
     */
    public static GroupStudy of(Study study) {
        String name = study.options().path(CARD.name()).asText();
        boolean known = Arrays.stream(SpectralClass.values()).anyMatch(one -> one.name().equals(name));
        if (!known || study.options().size() > 1) {
            throw new NovumException(
                    ExitCode.CONFIGURATION,
                    "option groups of study " + study.name() + " is " + study.options().path(CARD.name())
                            + "; give GALAXY, QSO or STAR, and no other option");
        }
        return new GroupStudy(SpectralClass.valueOf(name));
    }

    /** Half of the objects are explored. */
    public PartitionPolicy partition() {
        return new PartitionPolicy.ByKey(List.of("file"), 0.5, 1);
    }

    /** Leaders of groups among the explored objects. */
    public JsonNode explore(DataHandle exploration, StepContext context) {
        return GroupSpace.explored(Profiled.of(exploration, spectralClass, context));
    }

    /** The groups that they lead. */
    public HypothesisSpace space(JsonNode explored) {
        return GroupSpace.of(spectralClass, explored);
    }

    /** The leaders' residuals, which the plan registers. */
    public Analysis analyse(Question question, DataHandle exploration, StepContext context) {
        List<Profiled> objects = Profiled.of(exploration, spectralClass, context);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        ObjectNode profiles = content.putObject(PROFILES);
        for (Hypothesis member : question.family()) {
            objects.stream()
                    .filter(one -> one.object().equals(leader(member)))
                    .forEach(one -> profiles.set(member.id(), one.profile().json()));
        }
        return new Analysis(
                question.family().size() + " groups stand out among " + objects.size() + " explored objects of class "
                        + spectralClass + ".",
                content);
    }

    /** The frozen test. */
    public static TestPlan plan(Question question, Analysis analysis) {
        ObjectNode design = JsonNodeFactory.instance.objectNode();
        design.put("class", GroupStudy.of(question.study()).spectralClass().name());
        design.set(PROFILES, analysis.content().path(PROFILES));
        return new TestPlan(
                question.family(),
                "sum of squares of the positive correlations of the registered residuals with those of the confirming objects,"
                        + " ranked among the same residuals moved round in wavelength",
                "objects of the class that were not explored; residuals of the best model in windows of 32 pixels at rest",
                TestPlan.Dependence.ARBITRARY,
                Map.of(),
                design);
    }

    private static String leader(Hypothesis member) {
        return member.claim().path(GroupSpace.LEADER).asText();
    }

    /** One outcome per group. */
    public static List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context) {
        SpectralClass spectralClass = SpectralClass.valueOf(plan.design().path("class").asText());
        List<Profiled> objects = Profiled.of(confirmation, spectralClass, context);
        return context.map(plan.family(), member -> outcome(
                member, Profile.of(plan.design().path(PROFILES).path(member.id())), objects));
    }

    private static TestOutcome outcome(Hypothesis member, Profile leader, List<Profiled> objects) {
        ObjectNode detail = JsonNodeFactory.instance.objectNode().put("objects", objects.size());
        int known = leader.known();
        if (objects.isEmpty() || known <= 2 * NEAREST) {
            return new TestOutcome(member.id(), new Strength.Untested("there is nothing to compare with"), detail);
        }
        double statistic = statistic(leader, objects);
        int better = 1;
        int moved = 1;
        for (int by = NEAREST; by <= known - NEAREST; by++) {
            moved++;
            better += statistic(leader.moved(by), objects) >= statistic ? 1 : 0;
        }
        detail.put("statistic", statistic).put("better", better).put("moved", moved);
        objects.stream()
                .filter(one -> leader.correlation(one.profile()) >= GroupSpace.ALIKE)
                .forEach(one -> detail.withArray("/members").add(one.object()));
        double log10 = Math.min(0, StrictMath.log10((double) better / moved));
        return new TestOutcome(member.id(), new Strength.PValue(log10), detail);
    }

    private static double statistic(Profile leader, List<Profiled> objects) {
        double sum = 0;
        for (Profiled one : objects) {
            double correlation = Math.max(0, leader.correlation(one.profile()));
            sum += correlation * correlation;
        }
        return sum;
    }

    /** What the test said, in words. */
    public static String words(TestOutcome outcome) {
        return outcome.detail().path("members").size() + " of " + outcome.detail().path("objects").asInt()
                + " objects that were not explored are like it; " + outcome.detail().path("better").asInt() + " of "
                + outcome.detail().path("moved").asInt() + " moved residuals, the true ones among them, fit as well";
    }

    /** What is reported of the judged groups. */
    public static List<Measurement> measure(List<Judged> judged, DataHandle opened, StepContext context) {
        if (judged.isEmpty()) {
            return List.of();
        }
        SpectralClass spectralClass = SpectralClass.valueOf(
                judged.getFirst().hypothesis().claim().path("class").asText());
        List<Profiled> objects = Profiled.of(opened, spectralClass, context);
        return judged.stream().map(one -> measurement(one, objects)).toList();
    }

    private static Measurement measurement(Judged judged, List<Profiled> objects) {
        String leader = leader(judged.hypothesis());
        List<Profiled> own = objects.stream().filter(one -> one.object().equals(leader)).toList();
        List<Profiled> members = new ArrayList<>();
        own.forEach(one -> objects.stream()
                .filter(other -> !other.object().equals(leader)
                        && one.profile().correlation(other.profile()) >= GroupSpace.ALIKE)
                .forEach(members::add));
        ObjectNode attributes = JsonNodeFactory.instance.objectNode().put("subject", leader);
        members.forEach(one -> attributes.withArray("/members").add(one.object()));
        return new Measurement(
                judged.hypothesis().id(),
                members.size() + " of the " + (objects.size() - 1) + " other objects have residuals like those of " + leader
                        + "; " + words(judged.outcome()),
                attributes,
                Map.of("members", new Quantity(members.size(), 0, Unit.ONE)),
                significance(judged.outcome().strength()),
                logarithm(judged.outcome().strength()),
                own.isEmpty() ? List.of() : List.of(figure(own.getFirst(), members)));
    }

    private static Significance significance(Strength strength) {
        return strength instanceof Strength.PValue p
                ? new Significance(null, PValue.ofLog10(p.log10()).z(), null)
                : Significance.NONE;
    }

    private static Significance logarithm(Strength strength) {
        return strength instanceof Strength.PValue p ? new Significance(null, p.log10(), null) : Significance.NONE;
    }

    private static Figure figure(Profiled leader, List<Profiled> members) {
        List<Figure.Series> series = new ArrayList<>();
        series.add(series(leader.object(), Figure.Style.TRACE, leader.profile().windows()));
        if (!members.isEmpty()) {
            double[] mean = new double[Profile.COUNT];
            for (int i = 0; i < mean.length; i++) {
                int window = i;
                mean[i] = members.stream()
                        .mapToDouble(one -> one.profile().windows()[window])
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN);
            }
            series.add(series("mean of " + members.size() + " objects like it", Figure.Style.LINE, mean));
        }
        return new Figure(
                "What the best models leave, in the rest frame",
                "wavelength at rest in vacuum (Å)",
                List.of(new Figure.Panel("residual (σ per window of 2,200 km/s)", Figure.Scale.LINEAR, series)));
    }

    private static Figure.Series series(String name, Figure.Style style, double[] values) {
        int[] known = IntStream.range(0, values.length).filter(i -> !Double.isNaN(values[i])).toArray();
        return new Figure.Series(
                name,
                style,
                Arrays.stream(known).mapToDouble(Profile::wavelength).toArray(),
                Arrays.stream(known).mapToDouble(i -> values[i]).toArray(),
                null);
    }
}
