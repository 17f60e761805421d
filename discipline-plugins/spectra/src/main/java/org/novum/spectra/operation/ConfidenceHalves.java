package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.novum.spectra.numeric.LogisticCurve;
import org.novum.spectra.redshift.Candidate;
import org.novum.spectra.redshift.Confidence;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.Warning;
import org.novum.spectra.template.SpectralClass;

/**
 * Curves of confidence fitted to the answers for one half of the objects and tried on the other half, both ways; and fitted to
 * all.
 */
final class ConfidenceHalves {
    private static final double CONFIDENT = 0.95;

    /** Difference that stands for no runner-up at all. */
    private static final double UNRIVALLED = 1e6;

    private static final int FEWEST = 20;

    private record Case(SpectralClass spectralClass, double[] features, boolean right, double factor, int half) {}

    private final List<Case> cases = new ArrayList<>();

    /**
     * Adds an answer; none, and one of ambiguous class, is left out.
     *
     * @param informed pixels of the spectrum with information
     */
    void add(Redshift answer, int informed, boolean right, Group group) {
        if (answer.best().isEmpty() || answer.lines().isEmpty() || answer.warnings().contains(Warning.CLASS_AMBIGUOUS)) {
            return;
        }
        Candidate best = answer.best().get();
        double misfit = Math.max(1, best.evidence() / informed);
        double delta = Optional.ofNullable(answer.deltaChi2()).orElse(UNRIVALLED);
        double[] features = Confidence.features(delta / misfit, answer.lines().get());
        cases.add(new Case(best.spectralClass(), features, right, group.factor(), group.half()));
    }

    /**
     * Which answers are counted together.
     *
     * @param factor of noise
     * @param half of the objects, 0 or 1
     */
    record Group(double factor, int half) {}

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode coefficients = json.putObject("coefficients");
        curves(cases).forEach((spectralClass, curve) -> {
            for (double value : curve.coefficients()) {
                coefficients.withArray(spectralClass.name()).add(value);
            }
        });
        List<Map<SpectralClass, LogisticCurve>> halves = new ArrayList<>();
        for (int half = 0; half < 2; half++) {
            int own = half;
            halves.add(curves(cases.stream().filter(one -> one.half() == own).toList()));
        }
        TreeSet<Double> factors = new TreeSet<>();
        cases.forEach(one -> factors.add(one.factor()));
        for (double factor : factors) {
            int answers = 0;
            int kept = 0;
            int wrong = 0;
            double expected = 0;
            for (Case one : cases) {
                LogisticCurve curve = halves.get(1 - one.half()).get(one.spectralClass());
                if (one.factor() != factor || curve == null) {
                    continue;
                }
                double confidence = curve.probability(one.features());
                answers++;
                if (confidence >= CONFIDENT) {
                    kept++;
                    wrong += one.right() ? 0 : 1;
                    expected += 1 - confidence;
                }
            }
            json.withArray("otherHalf")
                    .addObject()
                    .put("signalToNoiseDividedBy", factor)
                    .put("answers", answers)
                    .put("kept", kept)
                    .put("wrong", wrong)
                    .put("wrongExpected", expected);
        }
        return json;
    }

    /** A curve for each class that has enough answers. */
    private static Map<SpectralClass, LogisticCurve> curves(List<Case> some) {
        Map<SpectralClass, LogisticCurve> curves = new EnumMap<>(SpectralClass.class);
        for (SpectralClass spectralClass : SpectralClass.values()) {
            List<Case> own = some.stream()
                    .filter(one -> one.spectralClass() == spectralClass)
                    .toList();
            if (own.size() >= FEWEST) {
                curves.put(
                        spectralClass,
                        LogisticCurve.fit(
                                own.stream().map(Case::features).toList(),
                                own.stream().map(Case::right).toList()));
            }
        }
        return curves;
    }
}
