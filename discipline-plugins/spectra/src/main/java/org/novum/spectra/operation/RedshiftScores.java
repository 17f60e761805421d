package org.novum.spectra.operation;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.novum.spectra.redshift.Redshift;
import org.novum.spectra.redshift.RedshiftPipeline;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.Truth;

/** Compares answers with what is known; objects whose survey warns of its own redshift are not counted. */
final class RedshiftScores {
    /** An answer is kept as confident from this probability on. */
    private static final double CONFIDENT = 0.95;

    /** Bins of confidence in which answers are counted. */
    private static final double[] BINS = {0, 0.5, 0.8, 0.9, CONFIDENT, 0.99, 1.1};

    /** Rates at which answers are accepted. */
    private static final double[] LEVELS = {0.01, 0.02, 0.05, 0.1};

    private final List<Samples.Known> known;
    private final List<Redshift> answers;
    private final double[] rates;

    /**
     * With answers in the order of the objects.
     *
     * @param rates q-values of the answers
     */
    RedshiftScores(List<Samples.Known> known, List<Redshift> answers, double[] rates) {
        this.known = known;
        this.answers = answers;
        this.rates = rates;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("objects", count(i -> true)).put("right", count(this::right));
        long commonest = Arrays.stream(SpectralClass.values())
                .mapToLong(one -> count(i -> truth(i).spectralClass() == one))
                .max()
                .orElse(0);
        json.put("ofTheCommonestClass", commonest);
        for (SpectralClass one : SpectralClass.values()) {
            json.putObject(one.name())
                    .put("objects", count(i -> truth(i).spectralClass() == one))
                    .put("right", count(i -> truth(i).spectralClass() == one && right(i)))
                    .put("classRight", count(i -> truth(i).spectralClass() == one && classRight(i)));
        }
        json.putObject("confident")
                .put("least", CONFIDENT)
                .put("kept", count(this::confident))
                .put("wrong", count(i -> confident(i) && !right(i)));
        calibration(json.putArray("confidence"));
        for (double level : LEVELS) {
            json.withArray("falseDiscoveryRate")
                    .addObject()
                    .put("nominal", level)
                    .put("accepted", count(i -> rates[i] <= level))
                    .put("wrong", count(i -> rates[i] <= level && !right(i)));
        }
        velocities(json, "galaxyVelocity", i -> truth(i).spectralClass() == SpectralClass.GALAXY);
        velocities(json, "quasarVelocity", i -> truth(i).spectralClass() == SpectralClass.QSO);
        velocities(json, "starVelocity", i -> !Double.isNaN(truth(i).velocity()));
        ArrayNode wrong = json.putArray("wrong");
        IntStream.range(0, known.size())
                .filter(i -> truth(i).trusted() && truth(i).warning() == 0 && !right(i))
                .forEach(i -> wrong.addObject()
                        .put("file", truth(i).name())
                        .put("class", truth(i).spectralClass().name())
                        .put("z", truth(i).redshift())
                        .put("answer", answers.get(i).spectralClass().map(Enum::name).orElse("none"))
                        .put("answeredZ", answers.get(i).value())
                        .put("confidence", answers.get(i).confidence()));
        return json;
    }

    private void calibration(ArrayNode bins) {
        for (int bin = 0; bin + 1 < BINS.length; bin++) {
            double from = BINS[bin];
            double to = BINS[bin + 1];
            IntPredicate within = i -> confidence(i) >= from && confidence(i) < to;
            double expected = IntStream.range(0, known.size())
                    .filter(i -> truth(i).warning() == 0)
                    .filter(within)
                    .mapToDouble(i -> 1 - confidence(i))
                    .sum();
            bins.addObject()
                    .put("from", from)
                    .put("answers", count(within))
                    .put("wrong", count(i -> within.test(i) && !right(i)))
                    .put("wrongExpected", expected);
        }
    }

    private double confidence(int i) {
        Double confidence = answers.get(i).confidence();
        return confidence == null ? 0 : confidence;
    }

    private Truth truth(int i) {
        return known.get(i).truth();
    }

    private long count(IntPredicate which) {
        return IntStream.range(0, known.size())
                .filter(i -> truth(i).warning() == 0)
                .filter(which)
                .count();
    }

    private boolean classRight(int i) {
        return answers.get(i).spectralClass().filter(one -> one == truth(i).spectralClass()).isPresent();
    }

    /** Whether class and redshift of an answer are right. */
    boolean right(int i) {
        Double value = answers.get(i).value();
        double z = truth(i).redshift();
        return value != null && classRight(i) && Math.abs(value - z) <= RedshiftPipeline.SAME * (1 + z);
    }

    private boolean confident(int i) {
        return confidence(i) >= CONFIDENT;
    }

    /**
     * Median and normalised median absolute deviation of right answers against the truth, km/s; the median of the errors they
     * state; and the normalised median absolute deviation in units of these errors, 1 if they are right.
     */
    private void velocities(ObjectNode json, String name, IntPredicate which) {
        double[] differences = IntStream.range(0, known.size())
                .filter(i -> truth(i).warning() == 0 && which.test(i) && right(i))
                .mapToDouble(this::velocity)
                .sorted()
                .toArray();
        if (differences.length == 0) {
            return;
        }
        double median = differences[differences.length / 2];
        double[] deviations =
                Arrays.stream(differences).map(one -> Math.abs(one - median)).sorted().toArray();
        json.putObject(name)
                .put("objects", differences.length)
                .put("bias", median)
                .put("scatter", 1.4826 * deviations[deviations.length / 2])
                .put("stated", median(which, this::stated))
                .put("pull", 1.4826 * median(which, i -> Math.abs(velocity(i) - median) / stated(i)));
    }

    /** Median over the right answers. */
    private double median(IntPredicate which, IntToDoubleFunction value) {
        double[] values = IntStream.range(0, known.size())
                .filter(i -> truth(i).warning() == 0 && which.test(i) && right(i))
                .mapToDouble(value)
                .sorted()
                .toArray();
        return values[values.length / 2];
    }

    /** The error that an answer states, km/s. */
    private double stated(int i) {
        return answers.get(i).best().orElseThrow().error() / (1 + truth(i).redshift()) * LogGrid.LIGHT;
    }

    private double velocity(int i) {
        Double value = answers.get(i).value();
        Truth truth = truth(i);
        double known = Double.isNaN(truth.velocity()) ? truth.redshift() : truth.velocity() / LogGrid.LIGHT;
        return ((value == null ? Double.NaN : value) - known) / (1 + known) * LogGrid.LIGHT;
    }
}
