package org.novum.spectra.numeric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class InvertedGaussianTest {
    private static double[] well(double depth, double centre, double width) {
        double[] values = new double[11];
        Arrays.setAll(values, i -> 4000 - depth * StrictMath.exp(-0.5 * StrictMath.pow((i - 5 - centre) / width, 2)));
        return values;
    }

    @Test
    void findsAWellOfItsOwnShape() {
        for (double centre : new double[] {-0.49, 0, 0.123, 0.5}) {
            for (double width : new double[] {1.2, 2.5, 6}) {
                InvertedGaussian found =
                        InvertedGaussian.through(well(300, centre, width)).orElseThrow();
                assertThat(found.centre()).isCloseTo(centre, within(1e-6));
                assertThat(found.width()).isCloseTo(width, within(1e-5));
                assertThat(found.depth()).isCloseTo(300, within(1e-2));
            }
        }
    }

    /** A rise of the depth's part 1 - exp(-1/2) is one standard deviation away. */
    @Test
    void reachesToARise() {
        InvertedGaussian one = new InvertedGaussian(100, 0, 2.5);
        assertThat(one.reach(100 * (1 - StrictMath.exp(-0.5)))).isCloseTo(2.5, within(1e-12));
    }

    @Test
    void whatIsNoWellHasNone() {
        assertThat(InvertedGaussian.through(new double[11])).isEmpty();
        double[] broken = well(300, 0, 2);
        broken[3] = Double.POSITIVE_INFINITY;
        assertThat(InvertedGaussian.through(broken)).isEmpty();
        double[] hill = Arrays.stream(well(300, 0, 2)).map(value -> -value).toArray();
        assertThat(InvertedGaussian.through(hill)).isEmpty();
    }
}
