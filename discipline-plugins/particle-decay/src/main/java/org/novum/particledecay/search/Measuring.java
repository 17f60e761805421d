package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.ResearchState.Judged;
import org.novum.api.discipline.StepContext;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Significance;
import org.novum.particledecay.fit.FitException;
import org.novum.particledecay.fit.Peak;
import org.novum.particledecay.fit.PeakFitResult;
import org.novum.particledecay.scan.MassWindow;
import org.novum.particledecay.scan.Spectrum;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.significance.Campaign;

/** Measures the judged claims of a run on all open rows: mass, width, yield or its limit, and the known state it is. */
final class Measuring {
    /** How far from a further state its figure reaches, in widths of the peak. */
    private static final double SURROUNDINGS = 8;

    private final DataHandle data;
    private final StepContext context;

    Measuring(DataHandle data, StepContext context) {
        this.data = data;
        this.context = context;
    }

    List<Measurement> measure(ResearchState state) {
        if (state.rounds().isEmpty()) {
            return List.of();
        }
        SearchOptions options = SearchOptions.of(
                state.rounds().getLast().plan().design().path("options"));
        List<List<Item>> spectra = spectra(state);
        AtomicLong done = new AtomicLong();
        return context
                .map(spectra, items -> {
                    List<Measurement> measured = measureSpectrum(items, options);
                    context.progress("measure", done.incrementAndGet(), spectra.size());
                    return measured;
                })
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    /** A judged claim and the size of the family it was judged in. */
    private record Item(Judged judged, StateClaim claim, Outcome outcome, int family) {}

    /** Tested claims by spectrum, the last judgement of each. */
    private static List<List<Item>> spectra(ResearchState state) {
        Map<String, Item> last = new LinkedHashMap<>();
        for (ResearchState.Round round : state.rounds()) {
            TestPlan plan = round.plan();
            for (Judged judged : round.judged()) {
                if (!(judged.outcome().strength() instanceof Strength.Untested)) {
                    last.put(
                            judged.hypothesis().id(),
                            new Item(
                                    judged,
                                    StateClaim.of(judged.hypothesis()),
                                    Outcome.of(judged.outcome()),
                                    plan.family().size()));
                }
            }
        }
        return List.copyOf(last.values().stream()
                .collect(Collectors.groupingBy(
                        item -> item.claim().channel() + item.claim().positions(), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private List<Measurement> measureSpectrum(List<Item> items, SearchOptions options) {
        List<Item> accepted =
                items.stream().filter(item -> item.judged().verdict().accepted()).toList();
        Optional<Fitted> fitted = accepted.isEmpty() ? Optional.empty() : fit(accepted, options);
        FinalStates products = products(items.getFirst(), options);
        List<Measurement> measurements = new ArrayList<>();
        for (Item item : items) {
            int position = accepted.indexOf(item);
            measurements.add(
                    position >= 0 && fitted.isPresent()
                            ? found(item, fitted.get().peak(position, products), options)
                            : scanned(item, products, options));
        }
        return measurements;
    }

    private record Fitted(PeakFitResult result, Spectrum spectrum) {
        FittedPeak peak(int position, FinalStates products) {
            return new FittedPeak(this, position, products);
        }
    }

    /** One of the peaks of a fit and what it decays to. */
    private record FittedPeak(Fitted fitted, int position, FinalStates products) {
        Peak peak() {
            return fitted.result().peaks().get(position);
        }
    }

    /** A judged claim, what it decays to and which known state it is. */
    private record Seen(Item item, FinalStates products, Optional<KnownStates.Match> match) {}

    private FinalStates products(Item item, SearchOptions options) {
        return options.combine() == null
                ? FinalStates.of(item.outcome().sample().finalState())
                : FinalStates.in(ChannelSample.read(data, item.claim(), options).candidates());
    }

    /** All accepted states of a spectrum fitted together; empty if no fit converges on the open rows. */
    private Optional<Fitted> fit(List<Item> accepted, SearchOptions options) {
        StateClaim claim = accepted.getFirst().claim();
        ChannelSample sample = ChannelSample.read(data, claim, options);
        Spectrum spectrum = sample.spectrum(claim, options.resolution());
        PeakModel model = new PeakModel(options, sample, spectrum);
        try {
            PeakFitResult result = null;
            for (int i = 0; i < accepted.size(); i++) {
                Outcome.Excess excess = accepted.get(i).outcome().excess();
                result = i == 0
                        ? model.add(excess, claim.shapes())
                        : model.addNeighbour(excess.mass(), result);
            }
            result = model.fitUnbinned();
            return result.status().usable() ? Optional.of(new Fitted(result, spectrum)) : Optional.empty();
        } catch (FitException unfittable) {
            return Optional.empty();
        }
    }

    private static Measurement found(Item item, FittedPeak found, SearchOptions options) {
        Peak peak = found.peak();
        double sigma = PeakModel.effectiveSigma(peak);
        Map<String, Quantity> quantities = new TreeMap<>();
        quantities.put("mass", megaelectronvolts(peak.mass().value(), peak.mass().error()));
        quantities.put("massScaleSystematic", new Quantity(tenths(1000 * options.massScale() * peak.mass().value()), 0, Unit.MEV));
        quantities.put("sigma", megaelectronvolts(sigma, peak.resolution().error()));
        quantities.put("yield", new Quantity(peak.yield().value(), peak.yield().error(), Unit.COUNT));
        KnownStates.Peak seen = new KnownStates.Peak(peak.mass().value(), peak.mass().error(), sigma);
        Optional<KnownStates.Match> match =
                found.products().match(seen, options.massScale());
        String what = match.map(known -> "the known state " + known.particle().name())
                .orElse("a state that is not in the table of known ones");
        String statement = String.format(
                Locale.ROOT,
                "In %s, a peak at %.2f ± %.2f MeV in %s: %s; %.0f ± %.0f candidates.",
                item.claim().channel(),
                1000 * peak.mass().value(),
                1000 * peak.mass().error(),
                found.products().products(),
                what,
                peak.yield().value(),
                peak.yield().error());
        List<Figure> figures = List.of(figure(item, found));
        return new Measurement(
                item.judged().hypothesis().id(),
                statement,
                attributes(new Seen(item, found.products(), match), quantities.get("yield")),
                quantities,
                significance(item),
                logarithms(item),
                figures);
    }

    /** The first state's figure shows the whole spectrum, that of a further one its surroundings. */
    private static Figure figure(Item item, FittedPeak found) {
        PeakFitResult fit = found.fitted().result();
        MassWindow window = found.fitted().spectrum().window();
        if (found.position() > 0) {
            double reach = SURROUNDINGS * PeakModel.effectiveSigma(found.peak());
            double mass = found.peak().mass().value();
            window = new MassWindow(Math.max(window.low(), mass - reach), Math.min(window.high(), mass + reach));
        }
        return SpectrumFigure.of(
                item.claim().channel() + ": " + found.products().products() + ", background " + fit.background(),
                fit,
                window);
    }

    /** What the scan says of a claim that was not accepted: the largest excess and the limit on its yield. */
    private static Measurement scanned(Item item, FinalStates products, SearchOptions options) {
        Outcome.Excess excess = item.outcome().excess();
        double yieldError = excess.localZ() > 0 ? Math.abs(excess.yield()) / excess.localZ() : Math.sqrt(Math.max(1, item.outcome().sample().scanned()));
        Map<String, Quantity> quantities = new TreeMap<>();
        double massError = excess.localZ() > 0 ? excess.sigma() / excess.localZ() : excess.sigma();
        quantities.put("mass", megaelectronvolts(excess.mass(), massError));
        quantities.put("sigma", new Quantity(tenths(1000 * excess.sigma()), 0, Unit.MEV));
        quantities.put("yield", new Quantity(excess.yield(), yieldError, Unit.COUNT));
        quantities.put("yieldLimit95", new Quantity(tenths(UpperLimit.cls95(excess.yield(), yieldError)), 0, Unit.COUNT));
        // What was accepted and could not be fitted is still matched; what was not accepted is no state.
        Optional<KnownStates.Match> match = item.judged().verdict().accepted()
                ? products.match(new KnownStates.Peak(excess.mass(), massError, excess.sigma()), options.massScale())
                : Optional.empty();
        String statement = String.format(
                Locale.ROOT,
                "In %s, the largest excess in %s is at %.1f MeV with %.1f sigma local; at most %.0f candidates at 95 %% CLs.",
                item.claim().channel(),
                products.products(),
                1000 * excess.mass(),
                excess.localZ(),
                quantities.get("yieldLimit95").value());
        return new Measurement(
                item.judged().hypothesis().id(),
                statement,
                attributes(new Seen(item, products, match), quantities.get("yield")),
                quantities,
                significance(item),
                logarithms(item),
                List.of());
    }

    private static ObjectNode attributes(Seen seen, Quantity yield) {
        Item item = seen.item();
        Optional<KnownStates.Match> match = seen.match();
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        attributes.put("known", match.map(known -> known.particle().name()).orElse(null));
        seen.products().write(attributes.putObject("mode"), match.orElse(null));
        attributes.put("channel", item.claim().channel());
        ObjectNode events = attributes.putObject("yield");
        events.put("value", yield.value()).put("error", yield.error()).put("unit", yield.unit().symbol());
        attributes.put("background", item.outcome().scan().background());
        attributes.put("candidates", item.outcome().sample().scanned());
        attributes.put("duplicates", item.outcome().sample().duplicates());
        return attributes;
    }

    /** log10 of the global p-value as the ledger judged it: 1 for an excess that was vetoed or not described. */
    private static double judged(Item item) {
        return switch (item.judged().outcome().strength()) {
            case Strength.PValue p -> p.log10();
            case Strength.EValue e -> Math.min(0, -e.log10());
            case Strength.Untested _ -> 0;
        };
    }

    private static Significance logarithms(Item item) {
        Outcome.Excess excess = item.outcome().excess();
        double global = judged(item);
        return new Significance(
                Math.min(0, excess.log10Local()), global, campaign(item, global).log10());
    }

    private static Significance significance(Item item) {
        Outcome.Excess excess = item.outcome().excess();
        double global = judged(item);
        return new Significance(
                excess.localZ(), floored(PValue.ofLog10(global)), floored(campaign(item, global)));
    }

    private static PValue campaign(Item item, double log10) {
        return new Campaign(item.family()).pValue(PValue.ofLog10(log10));
    }

    /** A p-value above one half is no significance at all, rather than a negative one. */
    private static double floored(PValue p) {
        return p.value() >= 0.5 ? 0 : p.z();
    }

    /** A systematic error is a convention: more digits than a tenth of a MeV would pretend otherwise. */
    private static double tenths(double value) {
        return Math.rint(10 * value) / 10;
    }

    private static Quantity megaelectronvolts(double value, double error) {
        return new Quantity(1000 * value, 1000 * Math.abs(error), Unit.MEV);
    }
}
