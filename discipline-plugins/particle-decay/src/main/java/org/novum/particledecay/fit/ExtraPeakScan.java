package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.List;
import org.novum.particledecay.shape.Gaussian;
import org.novum.particledecay.shape.PeakStart;

/**
 * Looks for one more narrow peak beside those of a fit.
 *
 * <p>At every mass a Gaussian of given resolution and signed yield is added and all other parameters are refitted. A
 * large value says that the model misses something there, or that the data hold another state.
 */
public final class ExtraPeakScan {
    private static final String EXTRA = "extra-peak";

    private final MixtureFit fitter;
    private final FitResult base;

    /**
     * Scans beside a fit.
     *
     * @param fitter sample
     * @param base usable fit of it
     */
    public ExtraPeakScan(MixtureFit fitter, FitResult base) {
        this.fitter = fitter;
        this.base = base;
    }

    /**
     * Local significance at one mass.
     *
     * @param mass tested mass
     * @param yield fitted events of the extra peak, negative for a dip
     * @param q0 test statistic of discovery: 0 for a negative yield
     */
    public record Step(double mass, double yield, double q0) {
        /** Square root of q0. */
        public double localSignificance() {
            return Math.sqrt(q0);
        }
    }

    /** One step of the scan. */
    public Step at(double mass, double resolution) {
        double events = fitter.sample().total();
        Component extra = new Component(
                EXTRA, new Gaussian(new PeakStart(mass, 0, resolution)), Yield.signed(0.001 * events, events));
        MixtureModel model =
                base.model().with(extra).fix(EXTRA + ".mass", mass).fix(EXTRA + ".resolution", resolution);
        FitResult fit = fitter.minimise(model);
        double yield = fit.value(EXTRA + ".yield");
        double gain = 2 * (base.negativeLogLikelihood() - fit.negativeLogLikelihood());
        return new Step(mass, yield, yield > 0 ? Math.max(0, gain) : 0);
    }

    /** Steps at many masses in order. */
    public List<Step> at(double[] masses, double resolution) {
        List<Step> steps = new ArrayList<>();
        for (double mass : masses) {
            steps.add(at(mass, resolution));
        }
        return List.copyOf(steps);
    }
}
