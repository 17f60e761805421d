package org.novum.particledecay.shape;

/**
 * Equidistant masses on which a line shape is convolved with a resolution.
 *
 * @param window where the result is wanted
 * @param cells number of cells in the window
 * @param margin cells beyond either edge from which true masses can migrate into the window
 */
record ConvolutionLattice(Window window, int cells, int margin) {
    private static final int MOST_CELLS = 8192;
    private static final double CELLS_PER_RESOLUTION = 10;
    private static final double CELLS_PER_WIDTH = 5;
    private static final double MARGIN_IN_RESOLUTIONS = 10;

    /** Nodes that cubic interpolation needs beyond either edge. */
    static final int SPARE = 1;

    static ConvolutionLattice of(Window window, PeakStart start) {
        double spacing =
                Math.min(start.resolution() / CELLS_PER_RESOLUTION, start.naturalWidth() / CELLS_PER_WIDTH);
        double wanted = Math.ceil(window.width() / spacing);
        if (wanted > MOST_CELLS) {
            throw new ShapeException("resolving natural width " + start.naturalWidth() + " over a window of width "
                    + window.width() + " takes " + wanted + " cells (most: " + MOST_CELLS
                    + "): treat the width as negligible or narrow the window");
        }
        int cells = Math.max(16, (int) wanted);
        double cell = window.width() / cells;
        int margin = (int) Math.ceil(MARGIN_IN_RESOLUTIONS * (start.resolution() + 0.5 * start.naturalWidth()) / cell);
        int below = (int) Math.floor(window.lower() / cell);
        return new ConvolutionLattice(window, cells, Math.min(margin, below));
    }

    double spacing() {
        return window.width() / cells;
    }

    /** Nodes of the result: the window's, plus the spare ones. */
    int resultNodes() {
        return cells + 1 + 2 * SPARE;
    }

    /** Nodes of the true mass. */
    int trueNodes() {
        return cells + 1 + 2 * margin;
    }

    double trueMass(int node) {
        return window.lower() + (node - margin) * spacing();
    }

    /** Kernel nodes: one for each difference of a result node and a true node. */
    int kernelNodes() {
        return resultNodes() + trueNodes() - 1;
    }

    /**
     * Measured minus true mass at a kernel node; descending, so that a result node is a plain dot product.
     * Result node i and true node j meet at kernel node j - i + resultNodes - 1.
     */
    double difference(int kernelNode) {
        return (resultNodes() - 1 - kernelNode + margin - SPARE) * spacing();
    }

    /** Kernel node that meets true node 0 for a result node. */
    int firstKernelNode(int resultNode) {
        return resultNodes() - 1 - resultNode;
    }
}
