package org.novum.report.figure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * A run of points on the drawing, thinned to what an eye can see.
 *
 * @param x positions
 * @param y positions, as many
 */
record Path(double[] x, double[] y) {
    /** Distance from the line, in units of the drawing, below which a point is left out. */
    private static final double TOLERANCE = 0.15;

    /** Cuts the positions where one of them is not a number. */
    static List<Path> pieces(double[] x, double[] y) {
        List<Path> pieces = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= x.length; i++) {
            if (i == x.length || !Double.isFinite(x[i]) || !Double.isFinite(y[i])) {
                if (i > start) {
                    pieces.add(new Path(
                            Arrays.copyOfRange(x, start, i), Arrays.copyOfRange(y, start, i)));
                }
                start = i + 1;
            }
        }
        return pieces;
    }

    /** The path data of a line through the points, thinned after Ramer (1972) and Douglas and Peucker (1973). */
    String line() {
        BitSet kept = kept();
        StringBuilder data = new StringBuilder();
        for (int i = kept.nextSetBit(0); i >= 0; i = kept.nextSetBit(i + 1)) {
            data.append(data.isEmpty() ? 'M' : 'L').append(Svg.at(x[i])).append(' ').append(Svg.at(y[i]));
        }
        return data.toString();
    }

    /** The path data of the area between the line and a base. */
    String area(double base) {
        String foot = Svg.at(base);
        return line() + "L" + Svg.at(x[x.length - 1]) + " " + foot + "L" + Svg.at(x[0]) + " " + foot + "Z";
    }

    private BitSet kept() {
        BitSet kept = new BitSet(x.length);
        kept.set(0);
        kept.set(x.length - 1);
        Deque<int[]> spans = new ArrayDeque<>();
        spans.push(new int[] {0, x.length - 1});
        while (!spans.isEmpty()) {
            int[] span = spans.pop();
            int farthest = farthest(span[0], span[1]);
            if (farthest >= 0) {
                kept.set(farthest);
                spans.push(new int[] {span[0], farthest});
                spans.push(new int[] {farthest, span[1]});
            }
        }
        return kept;
    }

    private int farthest(int first, int last) {
        double dx = x[last] - x[first];
        double dy = y[last] - y[first];
        double length = Math.max(1e-12, Math.sqrt(dx * dx + dy * dy));
        int farthest = -1;
        double most = TOLERANCE;
        for (int i = first + 1; i < last; i++) {
            double distance = Math.abs(dx * (y[i] - y[first]) - dy * (x[i] - x[first])) / length;
            if (distance > most) {
                most = distance;
                farthest = i;
            }
        }
        return farthest;
    }
}
