package org.novum.particledecay.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.novum.particledecay.kinematics.MassResolution;

class MassScanTest {
    private static final MassResolution RESOLUTION = MassResolution.relative(0.006);
    private static final ScanOptions QUICK = ScanOptions.standard().withToys(new ScanOptions.Toys(20, 120));

    /** Exponential background of given size over 2 to 4 GeV. */
    private static double[] background(int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] masses = new double[size];
        double end = 1 - Math.exp(-2.0);
        for (int i = 0; i < size; i++) {
            masses[i] = 2 - Math.log(1 - end * random.nextDouble());
        }
        return masses;
    }

    private static Spectrum with(double[] background, double mass, double sigma, int planted) {
        SplittableRandom random = new SplittableRandom(99);
        double[] masses = Arrays.copyOf(background, background.length + planted);
        for (int i = 0; i < planted; i++) {
            masses[background.length + i] = mass + sigma * gaussian(random);
        }
        Arrays.sort(masses);
        return new Spectrum(masses, new MassWindow(2, 4), RESOLUTION, 0);
    }

    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    @Test
    void findsAStrongPeakAtItsMass() {
        ScanResult result = MassScan.scan(with(background(4000, 1), 3.1, 0.0186, 160), QUICK);
        assertThat(result.peak().mass()).isCloseTo(3.1, within(0.01));
        assertThat(result.peak().yield()).isCloseTo(160, within(50.0));
        assertThat(result.significance().globalZ()).isGreaterThan(5);
        assertThat(result.significance().trialFactor()).isGreaterThan(1);
        assertThat(result.significance().method()).isEqualTo(ScanResult.Method.TOYS_WITH_TAIL);
    }

    @Test
    void aPriorOfMassesHelpsWhereItPointsAndCostsLittleElsewhere() {
        Spectrum spectrum = with(background(4000, 1), 3.1, 0.0186, 70);
        double flat = MassScan.scan(spectrum, QUICK).significance().log10Global();
        ScanResult helped = MassScan.scan(spectrum, QUICK.withPrior(around(3.1)));
        ScanResult misled = MassScan.scan(spectrum, QUICK.withPrior(around(2.4)));
        assertThat(helped.peak().mass()).isCloseTo(3.1, within(0.0186));
        assertThat(helped.significance().log10Global()).isLessThan(flat - 0.5);
        assertThat(misled.peak().mass()).isCloseTo(3.1, within(0.0186));
        assertThat(misled.significance().log10Global()).isBetween(flat - 0.2, flat + 0.4);
        assertThat(misled.significance().q0()).as("the weight is not part of the local significance")
                .isCloseTo(helped.significance().q0(), within(0.5));
    }

    /** The weighted place is 20 times likelier to hold the largest fluctuation; the global p-value must not be fooled. */
    @Test
    void aPriorOfMassesKeepsItsLevel() {
        int low = 0;
        for (long seed = 50; seed < 90; seed++) {
            double p = MassScan.scan(with(background(600, seed), 3, 0.02, 0), QUICK.withPrior(around(3)))
                    .significance().globalP();
            low += p <= 0.2 ? 1 : 0;
        }
        // 8 of 40 are expected; 16 has a probability of .002.
        assertThat(low).isLessThanOrEqualTo(15);
    }

    @Test
    void aPriorWithoutPlacesChangesNothing() {
        Spectrum spectrum = with(background(800, 7), 3.2, 0.02, 25);
        assertThat(MassScan.scan(spectrum, QUICK.withPrior(new MassPrior(List.of(), 10))).significance())
                .isEqualTo(MassScan.scan(spectrum, QUICK).significance());
    }

    @Test
    void aWeightBelowOneIsRefused() {
        assertThatThrownBy(() -> new MassPrior(List.of(), 0.5))
                .isInstanceOf(ScanException.class).hasMessageContaining("0.5");
    }

    private static MassPrior around(double mass) {
        return new MassPrior(List.of(new MassWindow(mass - 0.015, mass + 0.015)), 10);
    }

    @Test
    void smoothBackgroundsAreNotClaimed() {
        int low = 0;
        for (long seed = 10; seed < 22; seed++) {
            ScanResult result = MassScan.scan(with(background(1500, seed), 3, 0.02, 0), QUICK);
            low += result.significance().globalP() < 0.02 ? 1 : 0;
        }
        assertThat(low).isLessThanOrEqualTo(2);
    }

    @Test
    void aBroadBumpIsNoNarrowPeak() {
        ScanResult result = MassScan.scan(with(background(8000, 3), 3.0, 0.19, 900), QUICK);
        assertThat(result.significance().globalP()).isGreaterThan(1e-3);
    }

    @Test
    void theSharpEndOfATriangleIsNoPeak() {
        SplittableRandom random = new SplittableRandom(5);
        double[] masses = Arrays.copyOf(background(4000, 4), 6000);
        for (int i = 4000; i < 6000; i++) {
            masses[i] = 2 + 1.1 * Math.sqrt(random.nextDouble());
        }
        Arrays.sort(masses);
        ScanResult result = MassScan.scan(new Spectrum(masses, new MassWindow(2, 4), RESOLUTION, 0), QUICK);
        assertThat(result.background().family()).contains("edge");
        assertThat(result.significance().globalP()).isGreaterThan(1e-3);
    }

    @Test
    void thesameDataGiveTheSameResult() {
        Spectrum spectrum = with(background(800, 7), 3.2, 0.02, 25);
        assertThat(MassScan.scan(spectrum, QUICK).significance())
                .isEqualTo(MassScan.scan(spectrum, QUICK).significance());
    }

    @Test
    void fewCandidatesAreNotTested() {
        ScanResult result = MassScan.scan(Spectrum.of(new double[] {2, 2.5, 3}, RESOLUTION, 0), QUICK);
        assertThat(result.significance().method()).isEqualTo(ScanResult.Method.NOT_TESTED);
        assertThat(result.significance().globalP()).isEqualTo(1);
    }

    @Test
    void unsortedMassesAreRefused() {
        assertThatThrownBy(() -> new Spectrum(new double[] {3, 2}, new MassWindow(2, 4), RESOLUTION, 0))
                .isInstanceOf(ScanException.class).hasMessageContaining("mass 2");
    }

    @Test
    void gridBinsAreEqualInUnitsOfTheResolution() {
        MassGrid grid = MassGrid.over(new MassWindow(2, 4), RESOLUTION, 3);
        for (int bin = 0; bin < grid.bins(); bin++) {
            assertThat(grid.width(bin) / (0.006 * grid.centre(bin))).isCloseTo(grid.step(), within(1e-3));
        }
        assertThat(grid.bins() * grid.step()).isCloseTo(Math.log(2) / 0.006, within(0.01));
        double[] counts = grid.count(new double[] {1.9, 2, 3, 4, 4.1});
        assertThat(Arrays.stream(counts).sum()).isEqualTo(3);
    }

    @Test
    void poissonTablesHaveTheRightMeansAndVariances() {
        double[] means = {0.02, 0.7, 5, 80};
        PoissonTables tables = new PoissonTables(means);
        SplittableRandom random = new SplittableRandom(17);
        int draws = 20_000;
        double[] sum = new double[4];
        double[] squares = new double[4];
        for (int i = 0; i < draws; i++) {
            double[] counts = tables.draw(random);
            for (int bin = 0; bin < 4; bin++) {
                sum[bin] += counts[bin];
                squares[bin] += counts[bin] * counts[bin];
            }
        }
        for (int bin = 0; bin < 4; bin++) {
            double mean = sum[bin] / draws;
            double variance = squares[bin] / draws - mean * mean;
            assertThat(mean).isCloseTo(means[bin], within(4 * Math.sqrt(means[bin] / draws)));
            assertThat(variance / means[bin]).isCloseTo(1, within(0.06 + 0.1 / Math.sqrt(draws * means[bin])));
        }
    }
}
