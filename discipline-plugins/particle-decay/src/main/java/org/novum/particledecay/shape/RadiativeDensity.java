package org.novum.particledecay.shape;

import org.novum.statistics.math.StableMath;

/** Convolution of a line shape with a Crystal Ball on a lattice, interpolated by cubic polynomials. */
final class RadiativeDensity implements Density {
    private static final int MASS = 0;
    private static final int RESOLUTION = 1;
    private static final int ALPHA = 2;
    private static final int POWER = 3;
    private static final int VALUE = 4;

    private final double lower;
    private final double inverseSpacing;
    private final int cells;
    /** Normalised derivatives by mass, resolution, alpha and power, then values, at the result nodes. */
    private final double[][] nodes;

    RadiativeDensity(ConvolutionLattice lattice, RadiativeBreitWigner.Line line, double[] p) {
        this.lower = lattice.window().lower();
        this.inverseSpacing = 1 / lattice.spacing();
        this.cells = lattice.cells();
        double[][] kernel = kernel(lattice, p);
        double[][] truth = line(lattice, line, p);
        this.nodes = new double[VALUE + 1][lattice.resultNodes()];
        for (int i = 0; i < lattice.resultNodes(); i++) {
            int first = lattice.firstKernelNode(i);
            int count = lattice.trueNodes();
            nodes[MASS][i] = StableMath.dot(kernel[VALUE], first, truth[1], 0, count);
            for (int row : new int[] {RESOLUTION, ALPHA, POWER, VALUE}) {
                nodes[row][i] = StableMath.dot(kernel[row], first, truth[0], 0, count);
            }
        }
        normalise(lattice.spacing());
    }

    /** Crystal Ball at every difference of masses, with its logarithmic derivatives multiplied in. */
    private static double[][] kernel(ConvolutionLattice lattice, double[] p) {
        double sigma = p[RESOLUTION];
        double alpha = p[ALPHA];
        double power = p[POWER];
        int count = lattice.kernelNodes();
        double[][] rows = new double[VALUE + 1][count];
        double[] logarithm = new double[count];
        for (int i = 0; i < count; i++) {
            logarithm[i] = 1 + Math.max(-lattice.difference(i) / sigma - alpha, 0) * alpha / power;
            rows[POWER][i] = 1 / logarithm[i];
        }
        StableMath.log(logarithm, 0, logarithm, 0, count);
        double[] value = rows[VALUE];
        for (int i = 0; i < count; i++) {
            double core = Math.max(lattice.difference(i) / sigma, -alpha);
            value[i] = -0.5 * core * core - power * logarithm[i];
        }
        StableMath.exp(value, 0, value, 0, count);
        for (int i = 0; i < count; i++) {
            double t = lattice.difference(i) / sigma;
            double inverse = rows[POWER][i];
            rows[RESOLUTION][i] = value[i] * Math.max(t, -alpha) * inverse * t / sigma;
            rows[ALPHA][i] = -value[i] * (1 - inverse) * (alpha + power / alpha);
            rows[POWER][i] = value[i] * (1 - inverse - logarithm[i]);
        }
        return rows;
    }

    /** Line shape and its derivative by the resonance mass at every true mass. */
    private static double[][] line(ConvolutionLattice lattice, RadiativeBreitWigner.Line line, double[] p) {
        double mass = p[MASS];
        double width = p[4];
        double[] value = new double[lattice.trueNodes()];
        double[] byMass = new double[value.length];
        for (int j = 0; j < value.length; j++) {
            double m = lattice.trueMass(j);
            switch (line) {
                case BREIT_WIGNER -> {
                    double distance = m - mass;
                    value[j] = 1 / (distance * distance + 0.25 * width * width);
                    byMass[j] = 2 * distance * value[j] * value[j];
                }
                case RELATIVISTIC -> {
                    double distance = m * m - mass * mass;
                    double inverse = 1 / (distance * distance + mass * mass * width * width);
                    value[j] = mass * mass * inverse;
                    byMass[j] = value[j]
                            * (2 / mass + (4 * mass * distance - 2 * mass * width * width) * inverse);
                }
            }
        }
        return new double[][] {value, byMass};
    }

    /** Divides by the exact integral of the interpolating cubics over the window. */
    private void normalise(double spacing) {
        double[] integrals = new double[VALUE + 1];
        for (int row = 0; row <= VALUE; row++) {
            double[] f = nodes[row];
            double sum = 0;
            for (int i = 1; i <= cells; i++) {
                sum += 13 * (f[i] + f[i + 1]) - f[i - 1] - f[i + 2];
            }
            integrals[row] = sum * spacing / 24;
        }
        double inverse = 1 / integrals[VALUE];
        if (!(inverse > 0) || inverse == Double.POSITIVE_INFINITY) {
            throw new ShapeException("the radiative peak cannot be normalised: parameters out of range");
        }
        for (int i = 0; i < nodes[VALUE].length; i++) {
            nodes[VALUE][i] *= inverse;
            for (int row = 0; row < VALUE; row++) {
                nodes[row][i] = (nodes[row][i] - nodes[VALUE][i] * integrals[row]) * inverse;
            }
        }
    }

    @Override
    public void evaluate(double[] masses, int from, int count, DensityBlock block) {
        double[] values = block.values();
        double[] byWidth = block.derivative(VALUE);
        for (int i = 0; i < count; i++) {
            double position = (masses[from + i] - lower) * inverseSpacing;
            int cell = Math.min(Math.max((int) position, 0), cells - 1);
            double u = position - cell;
            double before = -u * (u - 1) * (u - 2) * (1.0 / 6);
            double left = (u + 1) * (u - 1) * (u - 2) * 0.5;
            double right = -(u + 1) * u * (u - 2) * 0.5;
            double after = (u + 1) * u * (u - 1) * (1.0 / 6);
            values[i] = combine(nodes[VALUE], cell, before, left, right, after);
            for (int row = 0; row < VALUE; row++) {
                block.derivative(row)[i] = combine(nodes[row], cell, before, left, right, after);
            }
            // The natural width is a constant of this shape.
            byWidth[i] = 0;
        }
    }

    private static double combine(double[] f, int cell, double before, double left, double right, double after) {
        return before * f[cell] + left * f[cell + 1] + right * f[cell + 2] + after * f[cell + 3];
    }
}
