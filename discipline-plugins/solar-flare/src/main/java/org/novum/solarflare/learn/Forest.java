package org.novum.solarflare.learn;

/**
 * Trees whose leaves hold shares of events; the forecast is the weighted mean over the trees, calibrated.
 *
 * @param roots node of each tree
 * @param weights of the trees, sum 1
 * @param nodes of all trees
 * @param calibration of the mean
 */
public record Forest(int[] roots, double[] weights, Nodes nodes, Platt calibration) implements Predictor {
    /**
     * Nodes; those of leaves have feature -1.
     *
     * @param feature that is asked
     * @param value threshold of a split, share of events of a leaf
     * @param atMost node for values at most the threshold
     * @param above node for values above it
     */
    public record Nodes(int[] feature, double[] value, int[] atMost, int[] above) {}

    @Override
    public double[] logOdds(Design design) {
        double[] result = means(design);
        for (int row = 0; row < result.length; row++) {
            result[row] = calibration.offset() + calibration.slope() * Platt.logOdds(result[row]);
        }
        return result;
    }

    /** The same trees with another calibration. */
    public Forest calibrated(Platt other) {
        return new Forest(roots, weights, nodes, other);
    }

    private double[] means(Design design) {
        double[] result = new double[design.rows()];
        for (int row = 0; row < result.length; row++) {
            for (int tree = 0; tree < roots.length; tree++) {
                result[row] += weights[tree] * leaf(roots[tree], design.values(), row * design.columns());
            }
        }
        return result;
    }

    private double leaf(int root, double[] values, int from) {
        int node = root;
        while (nodes.feature()[node] >= 0) {
            boolean above = values[from + nodes.feature()[node]] > nodes.value()[node];
            node = above ? nodes.above()[node] : nodes.atMost()[node];
        }
        return nodes.value()[node];
    }
}
