package org.novum.particledecay.benchmark;

import java.util.List;
import org.novum.particledecay.benchmark.ScannedChannel.Fold;
import org.novum.statistics.evidence.Calibrator;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.EValues;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.EBenjaminiHochberg;
import org.novum.statistics.multiple.Rejections;
import org.novum.statistics.multiple.Weights;

/** The lawful ways to judge the channels of a campaign together, each at a false discovery rate of 5 %. */
enum Design {
    /** All data, every mass, its trial factor; Benjamini–Hochberg. */
    REGISTERED("registered scan, Benjamini–Hochberg"),
    /** What a search without defences does: smooth backgrounds only, no reflection test. */
    NAIVE("smooth backgrounds only, no vetoes, Benjamini–Hochberg"),
    /** The registered scan under any dependence. */
    REGISTERED_YEKUTIELI("registered scan, Benjamini–Yekutieli"),
    /** The same with the null fraction estimated in two stages. */
    REGISTERED_TWO_STAGE("registered scan, two-stage (BKY)"),
    /** The same with Storey's estimate of the null fraction. */
    REGISTERED_STOREY("registered scan, Storey λ = ½"),
    /** The same with channels of listed decays weighted up. */
    REGISTERED_WEIGHTED("registered scan, weighted by the table of decays"),
    /** Explore one half, confirm the proposed mass on the other. */
    SPLIT("half explored, half confirmed"),
    /** Both halves in both roles, twice the smaller p-value. */
    CROSS_FIT("two-fold cross-fitting, 2 min p"),
    /** Both halves in both roles, e-values averaged, e-BH. */
    E_MERGED("two-fold cross-fitting, mean e-value, e-BH"),
    /** The registered scan's p-value as e-value, e-BH. */
    E_REGISTERED("registered scan, calibrated e-value, e-BH");

    private static final double LEVEL = 0.05;
    private static final Calibrator CALIBRATOR = new Calibrator.Mixture();

    private final String title;

    Design(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    boolean needsFolds() {
        return this == NAIVE || this == SPLIT || this == CROSS_FIT || this == E_MERGED;
    }

    /** Which channels this design accepts. */
    Rejections decide(List<ScannedChannel> channels) {
        return switch (this) {
            case REGISTERED -> new BatchProcedure.BenjaminiHochberg(LEVEL).decide(scans(channels));
            case NAIVE -> new BatchProcedure.BenjaminiHochberg(LEVEL).decide(PValues.ofLog10(channels.stream()
                    .mapToDouble(channel -> Math.min(0, channel.naive().orElseThrow().significance().log10Global())).toArray()));
            case REGISTERED_YEKUTIELI -> new BatchProcedure.BenjaminiYekutieli(LEVEL).decide(scans(channels));
            case REGISTERED_TWO_STAGE -> new BatchProcedure.TwoStage(LEVEL).decide(scans(channels));
            case REGISTERED_STOREY -> new BatchProcedure.StoreyAdaptive(LEVEL, 0.5).decide(scans(channels));
            case REGISTERED_WEIGHTED -> new BatchProcedure.BenjaminiHochberg(LEVEL).decide(Weights.normalised(
                    channels.stream().mapToDouble(channel -> channel.listed() ? 2 : 1).toArray())
                    .apply(scans(channels)));
            case SPLIT -> new BatchProcedure.BenjaminiHochberg(LEVEL).decide(PValues.ofLog10(channels.stream()
                    .mapToDouble(channel -> channel.excluded() ? 0 : first(channel).log10P()).toArray()));
            case CROSS_FIT -> new BatchProcedure.BenjaminiHochberg(LEVEL).decide(PValues.ofLog10(channels.stream()
                    .mapToDouble(channel -> channel.excluded() ? 0 : Math.min(0, StrictMath.log10(2)
                            + Math.min(first(channel).log10P(), second(channel).log10P()))).toArray()));
            case E_MERGED -> new EBenjaminiHochberg(LEVEL).decide(new EValues(channels.stream()
                    .map(channel -> channel.excluded() ? new EValue(Double.NEGATIVE_INFINITY) : new EValues(List.of(
                            e(first(channel).log10P()), e(second(channel).log10P()))).average()).toList()));
            case E_REGISTERED -> new EBenjaminiHochberg(LEVEL).decide(new EValues(channels.stream()
                    .map(channel -> channel.excluded() ? new EValue(Double.NEGATIVE_INFINITY)
                            : e(channel.whole().significance().log10Global())).toList()));
        };
    }

    /** The mass that this design claims. */
    double mass(ScannedChannel channel) {
        return switch (this) {
            case SPLIT -> first(channel).mass();
            case CROSS_FIT, E_MERGED -> first(channel).log10P() <= second(channel).log10P()
                    ? first(channel).mass() : second(channel).mass();
            case NAIVE -> channel.naive().orElseThrow().peak().mass();
            case REGISTERED, REGISTERED_YEKUTIELI, REGISTERED_TWO_STAGE, REGISTERED_STOREY, REGISTERED_WEIGHTED,
                    E_REGISTERED -> channel.whole().peak().mass();
        };
    }

    private static PValues scans(List<ScannedChannel> channels) {
        return PValues.ofLog10(channels.stream()
                .mapToDouble(channel -> channel.excluded() ? 0 : Math.min(0, channel.whole().significance().log10Global()))
                .toArray());
    }

    private static Fold first(ScannedChannel channel) {
        return channel.halves().orElseThrow().first();
    }

    private static Fold second(ScannedChannel channel) {
        return channel.halves().orElseThrow().second();
    }

    private static EValue e(double log10p) {
        return CALIBRATOR.calibrate(PValue.ofLog10(log10p));
    }
}
