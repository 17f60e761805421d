package org.novum.spectra.study;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.spectra.spectrum.Exposures;
import org.novum.spectra.spectrum.RawSpectrum;
import org.novum.spectra.template.TemplateFile;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** Tests claims on the wavelength blocks or exposures that confirm. */
public final class ClaimTest {
    /** Field of the plan's design: tolerance of the redshifts, km/s. */
    public static final String TOLERANCE = "toleranceKmS";

    /** Field of an outcome's detail: the claim of the same object that is better. */
    public static final String RIVAL = "rival";

    private ClaimTest() {}

    /** One outcome per member of the family, in its order. */
    public static List<TestOutcome> of(TestPlan plan, DataHandle confirmation, StepContext context) {
        Set<String> objects = plan.family().stream()
                .map(member -> Claim.of(member).object())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, RawSpectrum> spectra = spectra(confirmation, objects);
        ClaimRank test = new ClaimRank(TemplateFile.shipped(), plan.design().path(TOLERANCE).asDouble());
        ClaimSplit split = ClaimSplit.in(plan.design());
        return withRivals(
                plan.family(), context.map(plan.family(), member -> outcome(member, spectra, new Tested(test, split))));
    }

    private record Tested(ClaimRank rank, ClaimSplit split) {}

    /** Names, beside each claim, the claim of the same object that explains what confirms better. */
    private static List<TestOutcome> withRivals(List<Hypothesis> family, List<TestOutcome> outcomes) {
        Map<String, Integer> leading = new TreeMap<>();
        for (int i = 0; i < family.size(); i++) {
            if (outcomes.get(i).strength() instanceof Strength.PValue) {
                int member = i;
                leading.merge(
                        Claim.of(family.get(i)).object(),
                        i,
                        (one, other) -> behind(outcomes.get(member)) < behind(outcomes.get(one)) ? other : one);
            }
        }
        List<TestOutcome> named = new ArrayList<>();
        for (int i = 0; i < family.size(); i++) {
            TestOutcome outcome = outcomes.get(i);
            int leader = leading.getOrDefault(Claim.of(family.get(i)).object(), i);
            named.add(leader == i
                    ? outcome
                    : new TestOutcome(
                            outcome.hypothesis(),
                            outcome.strength(),
                            ((ObjectNode) outcome.detail().deepCopy())
                                    .put(RIVAL, family.get(leader).statement())));
        }
        return named;
    }

    private static double behind(TestOutcome outcome) {
        return outcome.detail().path("behind").asDouble();
    }

    /** What the test said of the other windows, in words. */
    public static String words(TestOutcome outcome, ClaimSplit split) {
        return String.format(
                Locale.ROOT,
                "%d of %d windows explain the %s at least as well, the claim's own among them; the best is %s at z = %.4f",
                outcome.detail().path("better").asInt(),
                outcome.detail().path("windows").asInt(),
                split.confirming(),
                outcome.detail().path("bestClass").asText(),
                outcome.detail().path("bestZ").asDouble());
    }

    /** The spectra of the objects that are asked about; exposures are added up. */
    static Map<String, RawSpectrum> spectra(DataHandle data, Set<String> objects) {
        Map<String, RawSpectrum> spectra = new TreeMap<>();
        Exposures.forEachObject(data, batch -> batch.stream()
                .filter(raw -> objects.contains(name(raw)))
                .forEach(raw -> spectra.put(name(raw), raw)));
        return spectra;
    }

    static String name(RawSpectrum raw) {
        String stem = Samples.stem(Truth.nameOf(raw.file()));
        return raw.index() == 0 ? stem : stem + "#" + raw.index();
    }

    private static TestOutcome outcome(Hypothesis member, Map<String, RawSpectrum> spectra, Tested tested) {
        Claim claim = Claim.of(member);
        RawSpectrum raw = spectra.get(claim.object());
        ObjectNode detail = claim.json();
        if (raw == null || raw.problem() != null) {
            String reason = raw == null ? "the data hold no spectrum of " + claim.object() : raw.problem();
            return new TestOutcome(member.id(), new Strength.Untested(reason), detail);
        }
        return tested.rank()
                .rank(tested.split().confirming(raw), claim)
                .map(ranked -> new TestOutcome(
                        member.id(),
                        new Strength.PValue(Math.min(0, StrictMath.log10(ranked.pValue()))),
                        detail.put("better", ranked.better())
                                .put("windows", ranked.windows())
                                .put("bestClass", ranked.best().claim().spectralClass().name())
                                .put("bestZ", ranked.best().claim().redshift())
                                .put("behind", ranked.behind())))
                .orElseGet(() -> new TestOutcome(
                        member.id(),
                        new Strength.Untested("the " + tested.split().confirming() + " carry too little information"),
                        JsonNodeFactory.instance.objectNode().setAll(detail)));
    }
}
