package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.StepContext;
import org.novum.particledecay.fit.FitException;
import org.novum.particledecay.fit.Peak;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.scan.MassScan;
import org.novum.particledecay.scan.ScanException;
import org.novum.particledecay.scan.ScanOptions;
import org.novum.particledecay.scan.ScanResult;
import org.novum.particledecay.scan.Spectrum;

/**
 * Looks at the exploration rows of every spectrum of a family: how wide its strongest peak is, in units of the propagated
 * mass resolution.
 *
 * <p>What it says goes into the plan, and the test tries that width too; it is a choice, not a result.
 */
final class Exploration {
    private static final double STRONG = 5;
    private static final double LEAST_FACTOR = 0.4;
    private static final double MOST_FACTOR = 6;
    private static final double SAME_WIDTH = 0.05;
    private static final List<Double> WIDER = List.of(2.0, 2.8, 4.0);
    /** Nothing is decided by exploration rows; only the local significance is looked at. */
    private static final ScanOptions.Toys FEW_TOYS = new ScanOptions.Toys(5, 50);
    private static final String WIDTH_FACTOR = "widthFactor";

    private final SearchOptions options;

    Exploration(SearchOptions options) {
        this.options = options;
    }

    Analysis analyse(List<Hypothesis> family, DataHandle exploration, StepContext context) {
        Map<String, StateClaim> spectra = new LinkedHashMap<>();
        family.stream().map(StateClaim::of).forEach(claim -> spectra.putIfAbsent(claim.spectrum(), claim));
        AtomicLong done = new AtomicLong();
        List<Seen> seen = context.map(List.copyOf(spectra.values()), claim -> {
            Seen one = look(claim, exploration);
            context.progress("explore", done.incrementAndGet(), spectra.size());
            return one;
        });
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        List<String> summaries = new ArrayList<>();
        int place = 0;
        for (String spectrum : spectra.keySet()) {
            Seen one = seen.get(place++);
            content.set(spectrum, one.content());
            summaries.add(one.summary());
        }
        return new Analysis(String.join(" ", summaries), content);
    }

    /**
     * The factors that the test of a spectrum tries: those of the study, and the one that exploration rows showed.
     *
     * @param exploration what the plan holds of the exploration
     */
    static SearchOptions widened(SearchOptions options, JsonNode exploration, StateClaim claim) {
        JsonNode factor = exploration.path(claim.spectrum()).path(WIDTH_FACTOR);
        if (factor.isMissingNode()) {
            return options;
        }
        TreeSet<Double> widths = new TreeSet<>(options.widths());
        double seen = factor.asDouble();
        if (widths.stream().noneMatch(width -> Math.abs(width - seen) < SAME_WIDTH * width)) {
            widths.add(seen);
        }
        return options.withWidths(List.copyOf(widths));
    }

    /** What the exploration rows of one spectrum say. */
    private record Seen(String summary, ObjectNode content) {}

    private Seen look(StateClaim claim, DataHandle exploration) {
        ChannelSample sample = ChannelSample.read(exploration, claim, options);
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.put("rows", sample.candidates().size());
        if (sample.candidates().size() == 0) {
            return new Seen("No exploration rows in " + claim.channel() + ".", content);
        }
        String summary = String.format(
                Locale.ROOT, "%,d exploration rows of %s", sample.candidates().size(), claim.channel());
        try {
            Spectrum spectrum = sample.spectrum(claim, options.resolution());
            ScanResult scan = MassScan.scan(
                    spectrum, ScanOptions.standard().withWidths(tried()).withToys(FEW_TOYS));
            if (scan.significance().localZ() < STRONG) {
                return new Seen(summary + ": no peak strong enough to estimate the resolution.", content);
            }
            PeakFitResult fit = new PeakModel(options, sample, spectrum).add(excess(scan), claim.shapes());
            return new Seen(summary + described(fit, spectrum, content), content);
        } catch (ScanException | FitException unusable) {
            return new Seen(summary + ": too few for a look (" + unusable.getMessage() + ").", content);
        }
    }

    /** The study's factors and wider ones: a peak wider than the study believes must not pass for a broad bump. */
    private double[] tried() {
        TreeSet<Double> widths = new TreeSet<>(options.widths());
        WIDER.stream().filter(factor -> factor > options.widths().getLast()).forEach(widths::add);
        return widths.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static String described(PeakFitResult fit, Spectrum spectrum, ObjectNode content) {
        Peak peak = fit.peaks().getFirst();
        double sigma = PeakModel.effectiveSigma(peak);
        double factor = sigma / spectrum.resolution().at(peak.mass().value());
        content.put("mass", peak.mass().value()).put("sigma", sigma);
        content.put(WIDTH_FACTOR, Math.min(MOST_FACTOR, Math.max(LEAST_FACTOR, factor)));
        return String.format(
                Locale.ROOT,
                ": a peak at %.1f MeV with a width of %.1f MeV (%.2f times the propagated resolution), shape %s.",
                1000 * peak.mass().value(),
                1000 * sigma,
                factor,
                peak.shape());
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
