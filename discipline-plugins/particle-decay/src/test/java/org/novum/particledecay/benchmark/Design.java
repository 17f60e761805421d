package org.novum.particledecay.benchmark;

import java.util.List;
import org.novum.particledecay.benchmark.ScannedChannel.Place;
import org.novum.statistics.evidence.Calibrator;
import org.novum.statistics.evidence.EValue;
import org.novum.statistics.evidence.EValues;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.BatchProcedure;
import org.novum.statistics.multiple.EBenjaminiHochberg;
import org.novum.statistics.multiple.Rejections;

/** The lawful ways to judge the channels of a campaign together, each at a false discovery rate of 5 %. */
enum Design {
    /** What the shipped study does: all data, every mass, its trial factor, a prior of masses; Benjamini–Hochberg. */
    REGISTERED("registered scan as shipped, Benjamini–Hochberg"),
    /** The same without the prior of masses and the reflection test. */
    FLAT("registered scan, no prior of masses, no reflection test, Benjamini–Hochberg"),
    /** What a search without defences does: smooth backgrounds only, no reflection test. */
    NAIVE("smooth backgrounds only, no vetoes, Benjamini–Hochberg"),
    /** The registered scan under any dependence. */
    REGISTERED_YEKUTIELI("registered scan, Benjamini–Yekutieli"),
    /** The same with the null fraction estimated in two stages. */
    REGISTERED_TWO_STAGE("registered scan, two-stage (BKY)"),
    /** The same with Storey's estimate of the null fraction. */
    REGISTERED_STOREY("registered scan, Storey λ = ½"),
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

    /** Whether it needs more than what the shipped study says of a channel. */
    boolean needsOthers() {
        return switch (this) {
            case FLAT, NAIVE, SPLIT, CROSS_FIT, E_MERGED -> true;
            case REGISTERED, REGISTERED_YEKUTIELI, REGISTERED_TWO_STAGE, REGISTERED_STOREY, E_REGISTERED -> false;
        };
    }

    /** Which channels this design accepts. */
    Rejections decide(List<TestedChannel> channels) {
        BatchProcedure benjaminiHochberg = new BatchProcedure.BenjaminiHochberg(LEVEL);
        return switch (this) {
            case REGISTERED, FLAT, NAIVE, SPLIT, CROSS_FIT -> benjaminiHochberg.decide(values(channels));
            case REGISTERED_YEKUTIELI -> new BatchProcedure.BenjaminiYekutieli(LEVEL).decide(values(channels));
            case REGISTERED_TWO_STAGE -> new BatchProcedure.TwoStage(LEVEL).decide(values(channels));
            case REGISTERED_STOREY -> new BatchProcedure.StoreyAdaptive(LEVEL, 0.5).decide(values(channels));
            case E_MERGED -> new EBenjaminiHochberg(LEVEL).decide(new EValues(channels.stream()
                    .map(channel -> new EValues(List.of(e(first(channel).log10P()), e(second(channel).log10P())))
                            .average())
                    .toList()));
            case E_REGISTERED -> new EBenjaminiHochberg(LEVEL).decide(new EValues(channels.stream()
                    .map(channel -> e(channel.shipped().log10P())).toList()));
        };
    }

    private PValues values(List<TestedChannel> channels) {
        return PValues.ofLog10(channels.stream().mapToDouble(this::log10P).toArray());
    }

    /** log10 of the p-value by which this design judges a channel. */
    double log10P(TestedChannel channel) {
        return switch (this) {
            case REGISTERED, REGISTERED_YEKUTIELI, REGISTERED_TWO_STAGE, REGISTERED_STOREY, E_REGISTERED ->
                channel.shipped().log10P();
            case FLAT -> channel.others().orElseThrow().flat().log10P();
            case NAIVE -> channel.others().orElseThrow().naive().log10P();
            case SPLIT -> first(channel).log10P();
            case CROSS_FIT, E_MERGED -> channel.others().orElseThrow().forbidden() ? 0
                    : Math.min(0, StrictMath.log10(2) + better(channel).log10P());
        };
    }

    /** The mass that this design claims, in GeV. */
    double mass(TestedChannel channel) {
        return switch (this) {
            case REGISTERED, REGISTERED_YEKUTIELI, REGISTERED_TWO_STAGE, REGISTERED_STOREY, E_REGISTERED ->
                channel.shipped().mass();
            case FLAT -> channel.others().orElseThrow().flat().mass();
            case NAIVE -> channel.others().orElseThrow().naive().mass();
            case SPLIT -> first(channel).mass();
            case CROSS_FIT, E_MERGED -> better(channel).mass();
        };
    }

    private static Place better(TestedChannel channel) {
        return first(channel).log10P() <= second(channel).log10P() ? first(channel) : second(channel);
    }

    private static Place first(TestedChannel channel) {
        return channel.others().orElseThrow().first();
    }

    private static Place second(TestedChannel channel) {
        return channel.others().orElseThrow().second();
    }

    private static EValue e(double log10p) {
        return log10p == 0 ? new EValue(Double.NEGATIVE_INFINITY) : CALIBRATOR.calibrate(PValue.ofLog10(log10p));
    }
}
