package org.novum.spectra.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.arrow.memory.RootAllocator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.cli.AllRows;
import org.novum.fits.FitsConnector;
import org.novum.spectra.spectrum.Degrading;
import org.novum.spectra.spectrum.GridSpectrum;
import org.novum.spectra.spectrum.LogGrid;
import org.novum.spectra.spectrum.WavelengthBlocks;
import org.novum.spectra.template.SpectralClass;
import org.novum.spectra.template.TemplateFile;
import org.novum.spectra.truth.Samples;
import org.novum.spectra.truth.TruthTable;

/**
 * Nominal against true error rates of claims, on confirming blocks of the mirror's SDSS spectra as observed and with noise
 * added: claims drawn by lot, for which the p-value is made; claims that are right; and claims of what another object of the
 * same class is, which have the class right and often a similar redshift.
 */
@Tag("mirror")
@EnabledIfEnvironmentVariable(named = "NOVUM_MIRROR", matches = ".+")
class ClaimErrorsMirrorTest {
    private static final double TOLERANCE = 1500;
    private static final List<Double> LEVELS = List.of(0.01, 0.02, 0.05, 0.1);

    /** Claims of others nearer than this many tolerances are not surely wrong. */
    private static final double APART = 3;

    /** How many claims of a kind each level accepts. */
    private static final class Accepted {
        private final int[] at = new int[LEVELS.size()];
        private int all;

        void count(ClaimRank rank, GridSpectrum spectrum, Claim claim) {
            rank.rank(spectrum, claim).ifPresent(ranked -> {
                all++;
                for (int i = 0; i < at.length; i++) {
                    at[i] += ranked.pValue() <= LEVELS.get(i) ? 1 : 0;
                }
            });
        }
    }

    private record Rates(Accepted drawn, Accepted others, Accepted right) {}

    @Test
    void claimsDrawnByLotAreAcceptedNoOftenerThanTheirLevelSays() {
        Path mirror = Path.of(System.getenv("NOVUM_MIRROR")).resolve("spectra");
        List<Samples.Known> known = known(mirror);
        ClaimRank rank = new ClaimRank(TemplateFile.shipped(), TOLERANCE);
        Map<Double, Rates> rates = new TreeMap<>();
        for (double factor : List.of(1.0, 5.0, 10.0)) {
            rates.put(factor, rates(known, rank, factor));
        }
        rates.forEach((factor, one) -> {
            for (int i = 0; i < LEVELS.size(); i++) {
                System.out.printf(
                        Locale.ROOT,
                        "S/N / %2.0f, level %.2f: %3d of %3d by lot, %3d of %3d of other objects, %3d of %3d right%n",
                        factor,
                        LEVELS.get(i),
                        one.drawn.at[i],
                        one.drawn.all,
                        one.others.at[i],
                        one.others.all,
                        one.right.at[i],
                        one.right.all);
            }
        });
        rates.forEach((factor, one) -> {
            for (int i = 0; i < LEVELS.size(); i++) {
                double expected = LEVELS.get(i) * one.drawn.all;
                // Three standard deviations of a count.
                assertThat(one.drawn.at[i])
                        .as("at S/N / " + factor + ", level " + LEVELS.get(i))
                        .isLessThanOrEqualTo((int) Math.ceil(expected + 3 * Math.sqrt(expected)));
            }
        });
        assertThat(rates.get(1.0).right.at[2]).isGreaterThan((int) (0.9 * rates.get(1.0).right.all));
    }

    private static Rates rates(List<Samples.Known> known, ClaimRank rank, double factor) {
        SplittableRandom random = new SplittableRandom(Math.round(factor));
        Rates rates = new Rates(new Accepted(), new Accepted(), new Accepted());
        for (Samples.Known one : known) {
            GridSpectrum confirming =
                    WavelengthBlocks.CONFIRMATION.of(Degrading.by(factor, one.spectrum(), random.split()));
            SpectralClass spectralClass = one.truth().spectralClass();
            rates.right.count(rank, confirming, new Claim("", spectralClass, one.truth().redshift()));
            List<Samples.Known> others = known.stream()
                    .filter(other -> other.truth().spectralClass() == spectralClass)
                    .filter(other -> apart(one, other.truth().redshift()))
                    .toList();
            for (int draw = 0; draw < 3; draw++) {
                Samples.Known other = others.get(random.nextInt(others.size()));
                rates.others.count(rank, confirming, new Claim("", spectralClass, other.truth().redshift()));
                Claim drawn = drawn(random);
                if (drawn.spectralClass() != spectralClass || apart(one, drawn.redshift())) {
                    rates.drawn.count(rank, confirming, drawn);
                }
            }
        }
        return rates;
    }

    /** Any pixel of any class is as likely as any other, as any window is. */
    private static Claim drawn(SplittableRandom random) {
        int all = 0;
        for (SpectralClass one : SpectralClass.values()) {
            all += one.lastShift() - one.firstShift() + 1;
        }
        int pixel = random.nextInt(all);
        for (SpectralClass one : SpectralClass.values()) {
            int pixels = one.lastShift() - one.firstShift() + 1;
            if (pixel < pixels) {
                return new Claim("", one, LogGrid.redshift(one.firstShift() + pixel));
            }
            pixel -= pixels;
        }
        throw new IllegalStateException("a pixel of no class");
    }

    private static boolean apart(Samples.Known one, double redshift) {
        double velocity = Math.abs(one.truth().redshift() - redshift) / (1 + one.truth().redshift()) * LogGrid.LIGHT;
        return velocity > APART * TOLERANCE;
    }

    private static List<Samples.Known> known(Path mirror) {
        List<Samples.Known> known = new ArrayList<>();
        try (RootAllocator allocator = new RootAllocator();
                Dataset dataset = new FitsConnector().open(DataSource.of(mirror.resolve("sdss").toString()))) {
            known.addAll(Samples.read(
                    new AllRows(dataset, allocator), TruthTable.read(mirror.resolve("manifest.csv").toString())));
        }
        // The two white dwarfs are no class to draw from, and one survey redshift is known to be wrong.
        known.removeIf(one -> one.truth().warning() != 0
                || one.truth().spectralClass() == SpectralClass.STAR
                || one.truth().name().contains("3655-55240-0110"));
        return known;
    }
}
