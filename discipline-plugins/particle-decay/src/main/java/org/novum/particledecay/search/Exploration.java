package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.StepContext;
import org.novum.particledecay.fit.Peak;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * Looks at exploration rows: estimates the mass resolution from the strongest peak, and whether its shape needs tails.
 *
 * <p>What it says goes into the plan; it is a choice, not a result.
 */
final class Exploration {
    private static final double STRONG = 5;
    private static final double LEAST_FACTOR = 0.4;
    private static final double MOST_FACTOR = 6;

    private final SearchOptions options;

    Exploration(SearchOptions options) {
        this.options = options;
    }

    Analysis analyse(List<Hypothesis> family, DataHandle exploration, StepContext context) {
        StateClaim claim = StateClaim.of(family.getFirst());
        ChannelSample sample = ChannelSample.read(exploration, claim, options);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("rows", sample.candidates().size());
        if (sample.candidates().size() == 0) {
            return new Analysis("No exploration rows in " + claim.channel() + ".", content);
        }
        context.progress("explore", 0, 1);
        Spectrum spectrum = sample.spectrum(claim, options.resolution());
        ScanResult scan = MassScan.scan(
                spectrum,
                ScanOptions.standard()
                        .withWidths(options.widths().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray()));
        String summary = String.format(
                Locale.ROOT, "%,d exploration rows of %s", sample.candidates().size(), claim.channel());
        if (scan.significance().localZ() < STRONG) {
            return new Analysis(summary + ": no peak strong enough to estimate the resolution.", content);
        }
        PeakModel model = new PeakModel(options, sample, spectrum);
        PeakFitResult fit = model.add(excess(scan), claim.shapes());
        Peak peak = fit.peaks().getFirst();
        double sigma = PeakModel.effectiveSigma(peak);
        double factor = sigma / spectrum.resolution().at(peak.mass().value());
        content.put("mass", peak.mass().value()).put("sigma", sigma);
        content.put("widthFactor", Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor)));
        return new Analysis(
                String.format(
                        Locale.ROOT,
                        "%s: a peak at %.1f MeV with a width of %.1f MeV (%.2f times the propagated resolution), shape %s.",
                        summary,
                        1000 * peak.mass().value(),
                        1000 * sigma,
                        factor,
                        peak.shape()),
                content);
    }

    private static Outcome.Excess excess(ScanResult scan) {
        return new Outcome.Excess(
                scan.peak().mass(),
                scan.peak().sigma(),
                scan.peak().yield(),
                scan.significance().localZ(),
                scan.significance().log10Local(),
                scan.significance().log10Global());
    }
}
