package org.novum.particledecay.fit;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.particledecay.shape.Density;
import org.novum.particledecay.shape.DensityFunction;
import org.novum.particledecay.shape.ShapeException;

/**
 * Negative logarithm of the unbinned extended likelihood, nu - sum_i w_i ln lambda(m_i), with analytic derivatives.
 *
 * <p>lambda(m) = sum_k N_k f_k(m), nu = sum_k N_k (R. Barlow, Nucl. Instrum. Meth. A 297 (1990) 496). Events are taken
 * in blocks of 256, blocks in segments of 64; a segment is summed by one thread, and segments are merged in order, so
 * that the result depends on neither threads nor vector lanes.
 */
final class ExtendedLikelihood implements Objective {
    static final int SEGMENT = 64 * LikelihoodWorkspace.BLOCK;
    private static final int SEGMENTS_WORTH_THREADS = 3;

    private final Sample sample;
    private final List<Component> components;
    private final List<DensityFunction> functions;
    private final ParameterMap map;

    ExtendedLikelihood(MixtureModel model, Sample sample) {
        if (!model.window().equals(sample.window())) {
            throw new FitException("the model's window " + model.window() + " is not the sample's " + sample.window());
        }
        this.sample = sample;
        this.components = model.components();
        this.functions = components.stream().map(c -> c.shape().on(model.window())).toList();
        this.map = new ParameterMap(model);
    }

    /** The same components on another sample. */
    private ExtendedLikelihood(ExtendedLikelihood other, Sample sample) {
        this.sample = sample;
        this.components = other.components;
        this.functions = other.functions;
        this.map = other.map;
    }

    ExtendedLikelihood on(Sample other) {
        return new ExtendedLikelihood(this, other);
    }

    ParameterMap map() {
        return map;
    }

    @Override
    public double[] lower() {
        return map.lower();
    }

    @Override
    public double[] upper() {
        return map.upper();
    }

    @Override
    public Evaluation at(double[] point, Detail detail) {
        double[] all = map.expand(point);
        Mixture mixture;
        try {
            mixture = mixture(all);
        } catch (ShapeException impossible) {
            // A density that cannot be normalised is a place the minimiser must not go.
            return Evaluation.impossible(point.length);
        }
        int size = LikelihoodWorkspace.resultSize(map.freeCount(), detail);
        int segments = (sample.size() + SEGMENT - 1) / SEGMENT;
        double[][] results = new double[segments][];
        IntStream range = IntStream.range(0, segments);
        (segments >= SEGMENTS_WORTH_THREADS ? range.parallel() : range)
                .forEach(segment -> results[segment] = segment(mixture, segment, detail));
        CompensatedVector total = new CompensatedVector(size);
        for (double[] result : results) {
            total.add(result);
        }
        return evaluation(mixture, total.values(), detail);
    }

    private double[] segment(Mixture mixture, int segment, Detail detail) {
        LikelihoodWorkspace workspace = new LikelihoodWorkspace(mixture, map, detail);
        int end = Math.min((segment + 1) * SEGMENT, sample.size());
        for (int from = segment * SEGMENT; from < end; from += LikelihoodWorkspace.BLOCK) {
            workspace.add(sample, from, Math.min(LikelihoodWorkspace.BLOCK, end - from));
        }
        return workspace.result();
    }

    private Evaluation evaluation(Mixture mixture, double[] sums, Detail detail) {
        int count = map.freeCount();
        double expected = 0;
        double[] gradient = new double[count];
        for (int k = 0; k < components.size(); k++) {
            int parameter = mixture.firstParameter(k);
            expected += mixture.yields[k];
            int source = map.sourceOf(parameter);
            if (source >= 0) {
                gradient[source] += map.factorOf(parameter);
            }
        }
        double value = expected - sums[0];
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
            return Evaluation.impossible(count);
        }
        for (int j = 0; j < count; j++) {
            gradient[j] -= sums[1 + j];
        }
        return new Evaluation(value, gradient, information(sums, count, detail));
    }

    private static double[][] information(double[] sums, int count, Detail detail) {
        if (detail == Detail.GRADIENT) {
            return new double[0][];
        }
        double[][] information = new double[count][count];
        int next = 1 + count;
        for (int j = 0; j < count; j++) {
            for (int l = 0; l <= j; l++) {
                information[j][l] = sums[next];
                information[l][j] = sums[next++];
            }
        }
        return information;
    }

    Mixture mixture(double[] all) {
        Density[] densities = new Density[components.size()];
        double[] yields = new double[components.size()];
        int[] first = new int[components.size() + 1];
        for (int k = 0; k < densities.length; k++) {
            Component component = components.get(k);
            int parameters = component.shape().parameters(sample.window()).size();
            first[k + 1] = first[k] + 1 + parameters;
            yields[k] = all[first[k]];
            densities[k] = functions.get(k).at(Arrays.copyOfRange(all, first[k] + 1, first[k + 1]));
        }
        return new Mixture(densities, yields, first);
    }

    /** Densities and yields at one point. */
    record Mixture(Density[] densities, double[] yields, int[] first) {
        int firstParameter(int component) {
            return first[component];
        }

        int shapeParameters(int component) {
            return first[component + 1] - first[component] - 1;
        }
    }
}
