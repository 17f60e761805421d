package org.novum.spectra.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;

/**
 * A series without the points that have no value, in several of the same name where many in a row have none.
 *
 * @param name of all of them
 * @param style of all of them
 */
record Runs(String name, Style style) {
    /** Fewer missing points than this are bridged by a line. */
    private static final int GAP = 8;

    /** The series; none if no value is known. */
    List<Series> of(double[] x, double[] y) {
        List<Series> runs = new ArrayList<>();
        double[] runX = new double[x.length];
        double[] runY = new double[x.length];
        int count = 0;
        int last = -1;
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(y[i])) {
                continue;
            }
            if (count > 0 && i - last > GAP) {
                runs.add(series(runX, runY, count));
                count = 0;
            }
            runX[count] = x[i];
            runY[count++] = y[i];
            last = i;
        }
        if (count > 0) {
            runs.add(series(runX, runY, count));
        }
        return runs;
    }

    private Series series(double[] x, double[] y, int count) {
        return new Series(name, style, Arrays.copyOf(x, count), Arrays.copyOf(y, count), null);
    }
}
