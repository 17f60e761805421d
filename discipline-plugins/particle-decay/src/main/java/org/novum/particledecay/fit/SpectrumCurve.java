package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novum.particledecay.shape.Density;
import org.novum.particledecay.shape.Window;

/** Expected events per unit of mass for a fitted model, whole and by component. Immutable. */
public final class SpectrumCurve {
    /** Nodes and weights of the five-point Gauss-Legendre rule on (0, 1). */
    private static final double[] NODES = {
        0.04691007703066800, 0.23076534494715845, 0.5, 0.76923465505284155, 0.95308992296933200
    };

    private static final double[] WEIGHTS = {
        0.11846344252809454, 0.23931433524968324, 0.28444444444444444, 0.23931433524968324, 0.11846344252809454
    };

    private final Window window;
    private final List<String> names = new ArrayList<>();
    private final Density[] densities;
    private final double[] yields;

    private SpectrumCurve(Window window, Density[] densities, double[] yields) {
        this.window = window;
        this.densities = densities;
        this.yields = yields;
    }

    /** The curve of a fit. */
    public static SpectrumCurve of(FitResult fit) {
        MixtureModel model = fit.model();
        ExtendedLikelihood likelihood = new ExtendedLikelihood(model, Sample.of(new double[0], model.window()));
        ExtendedLikelihood.Mixture mixture = likelihood.mixture(fit.values());
        SpectrumCurve curve = new SpectrumCurve(model.window(), mixture.densities(), mixture.yields());
        model.components().forEach(c -> curve.names.add(c.name()));
        return curve;
    }

    /** Names of the components. */
    public List<String> components() {
        return List.copyOf(names);
    }

    /** Expected events per unit of mass at one mass. */
    public double total(double mass) {
        double sum = 0;
        for (int k = 0; k < densities.length; k++) {
            sum += yields[k] * densities[k].value(mass);
        }
        return sum;
    }

    /** Expected events per unit of mass of one component. */
    public double component(String name, double mass) {
        int k = names.indexOf(name);
        if (k < 0) {
            throw new FitException("the curve has no component " + name + "; it has " + names);
        }
        return yields[k] * densities[k].value(mass);
    }

    /** Expected events between two masses. */
    public double expected(double lower, double upper) {
        double sum = 0;
        for (int i = 0; i < NODES.length; i++) {
            sum += WEIGHTS[i] * total(window.clamp(lower + NODES[i] * (upper - lower)));
        }
        return sum * (upper - lower);
    }

    /** Equidistant samples from edge to edge, for plots. */
    public List<Point> samples(int count) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double mass = window.clamp(window.lower() + window.width() * i / (count - 1.0));
            Map<String, Double> parts = new LinkedHashMap<>();
            double total = 0;
            for (int k = 0; k < densities.length; k++) {
                double part = yields[k] * densities[k].value(mass);
                parts.put(names.get(k), part);
                total += part;
            }
            points.add(new Point(mass, total, parts));
        }
        return List.copyOf(points);
    }

    /**
     * The curve at one mass.
     *
     * @param mass mass
     * @param total expected events per unit of mass
     * @param components the same by component, in the model's order
     */
    public record Point(double mass, double total, Map<String, Double> components) {}
}
