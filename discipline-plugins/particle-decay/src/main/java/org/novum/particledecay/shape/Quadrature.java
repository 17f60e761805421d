package org.novum.particledecay.shape;

import java.util.Arrays;

/**
 * Composite 16-point Gauss-Legendre rule.
 *
 * @param nodes abscissas in increasing order of panel
 * @param weights weights, summing to the length of the interval
 */
record Quadrature(double[] nodes, double[] weights) {
    private static final int POINTS = 16;
    private static final double[] UNIT_NODES = new double[POINTS];
    private static final double[] UNIT_WEIGHTS = new double[POINTS];

    static {
        for (int i = 0; i < POINTS; i++) {
            // StrictMath is bit-identical everywhere; Newton's iteration then ends at the same root.
            double x = StrictMath.cos(StrictMath.PI * (i + 0.75) / (POINTS + 0.5));
            double slope = 1;
            for (int iteration = 0; iteration < 8; iteration++) {
                double previous = 1;
                double current = x;
                for (int k = 2; k <= POINTS; k++) {
                    double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
                    previous = current;
                    current = next;
                }
                slope = POINTS * (x * current - previous) / (x * x - 1);
                x -= current / slope;
            }
            UNIT_NODES[i] = x;
            UNIT_WEIGHTS[i] = 2 / ((1 - x * x) * slope * slope);
        }
    }

    /** Rule over consecutive panels. */
    static Quadrature overPanels(double[] edges) {
        int panels = edges.length - 1;
        double[] nodes = new double[panels * POINTS];
        double[] weights = new double[panels * POINTS];
        for (int panel = 0; panel < panels; panel++) {
            double half = 0.5 * (edges[panel + 1] - edges[panel]);
            double middle = 0.5 * (edges[panel + 1] + edges[panel]);
            for (int i = 0; i < POINTS; i++) {
                nodes[panel * POINTS + i] = middle + half * UNIT_NODES[i];
                weights[panel * POINTS + i] = half * UNIT_WEIGHTS[i];
            }
        }
        return new Quadrature(nodes, weights);
    }

    /** Equal panels over a window, for smooth densities. */
    static Quadrature smooth(Window window) {
        int panels = 6;
        double[] edges = new double[panels + 1];
        for (int i = 0; i <= panels; i++) {
            edges[i] = window.lower() + window.width() * i / panels;
        }
        return overPanels(edges);
    }

    /** Panels that double in length away from a peak of the given scale. */
    static Quadrature aroundPeak(Window window, double mass, double scale) {
        double[] edges = new double[128];
        int count = 0;
        edges[count++] = window.lower();
        edges[count++] = window.upper();
        edges[count++] = window.clamp(mass);
        for (double distance = scale; distance < window.width(); distance *= 2) {
            if (mass - distance > window.lower() && mass - distance < window.upper()) {
                edges[count++] = mass - distance;
            }
            if (mass + distance < window.upper() && mass + distance > window.lower()) {
                edges[count++] = mass + distance;
            }
        }
        double[] sorted = Arrays.copyOf(edges, count);
        Arrays.sort(sorted);
        return overPanels(sorted);
    }

    /** Panels that shrink towards the lower edge, for densities with a threshold there. */
    static Quadrature towardsLowerEdge(Window window) {
        int panels = 24;
        double[] edges = new double[panels + 1];
        edges[0] = window.lower();
        double length = window.width();
        for (int i = panels; i > 0; i--) {
            edges[i] = window.lower() + length;
            length *= 0.5;
        }
        return overPanels(edges);
    }
}
