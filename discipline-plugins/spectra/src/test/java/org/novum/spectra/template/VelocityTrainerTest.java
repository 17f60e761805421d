package org.novum.spectra.template;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.RestFrame;

/** Models that are sums of seven vectors: a continuum, two slopes and four lines of their own strengths. */
class VelocityTrainerTest {
    /** From here on for 2,900 pixels every model knows something. */
    private static final int EVERYWHERE = 7100;

    private static final int[] LINES = {8000, 8100, 8400, 9000};

    private static List<RestFrame> models(int count, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<RestFrame> models = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            double[] strength = random.doubles(7, 0.2, 2).toArray();
            int first = 6500 + random.nextInt(600);
            int end = first + 3500;
            double[] flux = new double[LogGrid.REST_PIXELS];
            double[] ivar = new double[LogGrid.REST_PIXELS];
            for (int m = first; m < end; m++) {
                double x = (m - 8500) / 2000.0;
                flux[m] = strength[0] + strength[1] * x + strength[2] * x * x;
                for (int line = 0; line < LINES.length; line++) {
                    double pixels = (m - LINES[line]) / 2.0;
                    flux[m] += 10 * strength[3 + line] * StrictMath.exp(-0.5 * pixels * pixels);
                }
                ivar[m] = 1;
            }
            models.add(new RestFrame(flux, ivar));
        }
        return models;
    }

    private static double remainder(VelocityBasis basis, RestFrame model) {
        double[][] vectors = basis.vectors();
        double[] left = model.flux().clone();
        // Gram-Schmidt over the pixels of the model.
        List<double[]> orthogonal = new ArrayList<>();
        for (double[] vector : vectors) {
            double[] part = new double[left.length];
            for (int m = 0; m < part.length; m++) {
                part[m] = model.ivar()[m] * vector[m];
            }
            orthogonal.forEach(other -> subtract(part, other));
            orthogonal.add(part);
        }
        orthogonal.forEach(other -> subtract(left, other));
        double worst = 0;
        for (int m = EVERYWHERE; m < EVERYWHERE + 2900; m++) {
            worst = Math.max(worst, model.ivar()[m] * Math.abs(left[m]));
        }
        return worst;
    }

    private static void subtract(double[] from, double[] along) {
        double product = 0;
        double square = 0;
        for (int m = 0; m < from.length; m++) {
            product += from[m] * along[m];
            square += along[m] * along[m];
        }
        for (int m = 0; m < from.length; m++) {
            from[m] -= product / square * along[m];
        }
    }

    @Test
    void findsTheSpaceOfWhichModelsAreSumsAlthoughNoneCoversAllOfIt() {
        VelocityBasis basis = VelocityTrainer.train(models(60, 1)).orElseThrow();
        assertThat(basis.end() - basis.first()).isGreaterThan(3700);
        for (RestFrame other : models(5, 2)) {
            assertThat(remainder(basis, other)).isLessThan(0.02); // lines are 2 to 20 high
        }
    }

    @Test
    void fewModelsMakeNoBasis() {
        assertThat(VelocityTrainer.train(models(20, 1))).isEmpty();
        assertThat(VelocityTrainer.train(List.of())).isEmpty();
    }
}
