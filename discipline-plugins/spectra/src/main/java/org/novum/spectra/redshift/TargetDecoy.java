package org.novum.spectra.redshift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.spectra.template.SpectralClass;

/**
 * The share of wrong answers among the accepted ones, from how often decoys get answers of the same class that are as
 * confident (Elias and Gygi 2007, Nature Methods 4, 207; Käll et al. 2008, J. Proteome Res. 7, 29).
 *
 * <p>Of answers of one class with at least some confidence, the false discovery rate is at most
 * {@code (decoys + 1) / (decoys per spectrum) / answers}; the q-value of an answer is the least rate at which it is
 * accepted. It is too high rather than too low: every answer of a decoy is wrong, and most of a survey's are right.
 */
public final class TargetDecoy {
    /** A class and a confidence. */
    private record Scored(SpectralClass spectralClass, double confidence) {}

    /** How many decoys are enough, and how many of one spectrum too many. */
    private static final int ENOUGH = 1500;

    private static final int MOST = 6;

    private final int perSpectrum;
    private final List<@Nullable Scored> targets = new ArrayList<>();
    private final List<Scored> decoys = new ArrayList<>();

    /** With as many decoys of each spectrum. */
    public TargetDecoy(int perSpectrum) {
        this.perSpectrum = perSpectrum;
    }

    /** Decoys of each spectrum that make enough for so many spectra. */
    public static int perSpectrum(long spectra) {
        return (int) Math.max(1, Math.min(MOST, (ENOUGH + spectra - 1) / Math.max(1, spectra)));
    }

    /** Adds a spectrum's answer and those of its decoys. */
    public void add(Redshift target, List<Redshift> answersOfDecoys) {
        targets.add(scored(target));
        for (Redshift decoy : answersOfDecoys) {
            Scored scored = scored(decoy);
            if (scored != null) {
                decoys.add(scored);
            }
        }
    }

    private static @Nullable Scored scored(Redshift redshift) {
        Double confidence = redshift.confidence();
        return redshift.best().isEmpty() || confidence == null
                ? null
                : new Scored(redshift.best().get().spectralClass(), confidence);
    }

    /** The q-values of the spectra in the order in which they were added; NaN where there is no answer. */
    public double[] values() {
        double[] values = new double[targets.size()];
        Arrays.fill(values, Double.NaN);
        for (SpectralClass spectralClass : SpectralClass.values()) {
            double[] wrong = decoys.stream()
                    .filter(one -> one.spectralClass() == spectralClass)
                    .mapToDouble(Scored::confidence)
                    .sorted()
                    .toArray();
            List<Integer> members = new ArrayList<>();
            for (int i = 0; i < values.length; i++) {
                Scored target = targets.get(i);
                if (target != null && target.spectralClass() == spectralClass) {
                    members.add(i);
                }
            }
            members.sort(Comparator.comparingDouble(this::confidence));
            rates(members, wrong, values);
        }
        return values;
    }

    private double confidence(int i) {
        Scored target = targets.get(i);
        return target == null ? 0 : target.confidence();
    }

    /** From the least confident answer up; what is accepted at a lower confidence is accepted at a higher one. */
    private void rates(List<Integer> members, double[] wrong, double[] values) {
        double least = 1;
        int passed = 0;
        for (int rank = 0; rank < members.size(); rank++) {
            double confidence = confidence(members.get(rank));
            while (passed < wrong.length && wrong[passed] < confidence) {
                passed++;
            }
            double rate = (wrong.length - passed + 1.0) / perSpectrum / (members.size() - rank);
            least = Math.min(least, rate);
            values[members.get(rank)] = least;
        }
    }
}
