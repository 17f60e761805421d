package org.novum.spectra.redshift;

import org.novum.spectra.template.SpectralClass;

/**
 * What right answers leave at most, but for some hundredth of them.
 *
 * <p>Chosen on cross-validated answers for the training spectra and their copies at a fifth and a tenth of the signal-to-noise
 * ratio. Quasars are the most diverse, and beyond z = 1.4 their troughs are forgiven.
 *
 * @param unexplained share of the lines' power, where it is certain to five standard deviations
 * @param emission in standard deviations
 * @param absorption in standard deviations
 * @param band relative difference of the continuum
 */
record FitLimits(double unexplained, double emission, double absorption, double band) {
    private static final FitLimits GALAXY = new FitLimits(0.45, 5.6, 8, 0.32);
    private static final FitLimits STAR = new FitLimits(0.4, 6, 6.5, 0.3);
    private static final FitLimits QUASAR = new FitLimits(0.72, 10, 12, 2);
    private static final FitLimits FAR_QUASAR = new FitLimits(0.72, 16, Double.POSITIVE_INFINITY, 2);

    /** A share is a share only where it is certain. */
    private static final double CERTAIN = 5;

    /** Part of the model's lines that must be there, and how certain it must be that they are not. */
    private static final double AMPLITUDE = 0.6;

    private static final double MISSING = 3.5;

    /** Of an answer's class and redshift. */
    static FitLimits of(Candidate best) {
        return switch (best.spectralClass()) {
            case GALAXY -> GALAXY;
            case STAR -> STAR;
            case QSO -> forgivesAbsorption(best) ? FAR_QUASAR : QUASAR;
        };
    }

    /** Whether C IV is in view, and with it troughs that no template has. */
    static boolean forgivesAbsorption(Candidate best) {
        return best.spectralClass() == SpectralClass.QSO && best.redshift() > 1.4;
    }

    /** The largest of the measures over its limit. */
    double misfit(Fit fit) {
        double share = fit.certainty() > CERTAIN ? fit.unexplained() / unexplained : 0;
        double lines = Math.max(fit.emission() / emission, fit.absorption() / absorption);
        double absent = fit.amplitude() < AMPLITUDE ? fit.missing() / MISSING : 0;
        return Math.max(Math.max(share, lines), Math.max(fit.band() / band, absent));
    }
}
