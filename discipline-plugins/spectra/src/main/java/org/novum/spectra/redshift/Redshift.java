package org.novum.spectra.redshift;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.spectra.template.SpectralClass;

/**
 * The answer for one spectrum, or why there is none.
 *
 * @param best class and redshift, if there is an answer
 * @param subclass in words; null where nothing is known
 * @param runnerUp the next best class or redshift, if any
 * @param warnings why to doubt
 * @param confidence probability that class and redshift are right, calibrated on degraded spectra; null without answer
 * @param signalToNoise median per pixel; null without spectrum
 * @param problem why there is no answer; null where there is one
 * @param evidence what else speaks for and against the answer, if there is one
 */
public record Redshift(
        Optional<Candidate> best,
        @Nullable String subclass,
        Optional<Candidate> runnerUp,
        Set<Warning> warnings,
        @Nullable Double confidence,
        @Nullable Double signalToNoise,
        @Nullable String problem,
        Optional<Evidence> evidence) {
    /**
     * What speaks for and against an answer.
     *
     * @param lines what the lines say
     * @param plain what plain chi-square prefers, which forgives no absorption
     * @param misfit how far the best explanation is from a good one: above 1 it is none
     */
    public record Evidence(LineAgreement lines, Candidate plain, double misfit) {}

    /** Copies the set, in the order of the bits. */
    public Redshift {
        EnumSet<Warning> copy = EnumSet.noneOf(Warning.class);
        copy.addAll(warnings);
        warnings = Collections.unmodifiableSet(copy);
    }

    /** No answer, for this reason. */
    static Redshift none(Warning warning, String problem, @Nullable Double signalToNoise) {
        return new Redshift(
                Optional.empty(), null, Optional.empty(), Set.of(warning), null, signalToNoise, problem, Optional.empty());
    }

    /** The same with one more warning. */
    Redshift with(Warning warning) {
        Set<Warning> more = EnumSet.of(warning);
        more.addAll(warnings);
        return new Redshift(best, subclass, runnerUp, more, confidence, signalToNoise, problem, evidence);
    }

    /** What the lines say, if there is an answer. */
    public Optional<LineAgreement> lines() {
        return evidence.map(Evidence::lines);
    }

    /** The same answer at another place. */
    Redshift placed(Candidate place) {
        return new Redshift(
                Optional.of(place), subclass, runnerUp, warnings, confidence, signalToNoise, problem, evidence);
    }

    /** The class, if there is an answer. */
    public Optional<SpectralClass> spectralClass() {
        return best.map(Candidate::spectralClass);
    }

    /** The redshift; null without answer. */
    public @Nullable Double value() {
        return best.map(Candidate::redshift).orElse(null);
    }

    /** Error of the redshift; null without answer. */
    public @Nullable Double error() {
        return best.map(Candidate::error).orElse(null);
    }

    /** By how much the runner-up is worse, in units of chi-square; null without runner-up. */
    public @Nullable Double deltaChi2() {
        return runnerUp.flatMap(other -> best.map(one -> other.evidence() - one.evidence())).orElse(null);
    }

    /** The sum of the warnings' bits. */
    public long warningBits() {
        return Warning.bits(warnings);
    }

    /** The warnings' names. */
    public String warningNames() {
        return Warning.names(warnings);
    }
}
