package org.novum.particledecay.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.novum.api.NovumException;
import org.novum.api.discipline.DisciplineCard.OptionCard;
import org.novum.particledecay.kinematics.MomentumResolution;
import org.novum.particledecay.pdg.ParticleTable;
import org.novum.particledecay.scan.ChannelSpectra;
import org.novum.particledecay.scan.MassWindow;

/**
 * The options of a particle-decay study.
 *
 * @param daughters PDG ids of the daughters where the files do not write them; empty where they do
 * @param charge which candidates of charged pairs are looked at
 * @param massRange window of the scan in GeV; null for the range of the candidates
 * @param combine name of the one spectrum that all parts make together; null to keep a spectrum per part
 * @param states how many states a spectrum may hold; each is a hypothesis of the family
 * @param subCombinations whether sub-combinations of three or more daughters are scanned too
 * @param resolution relative momentum resolution of the detector, up to the registered width factors
 * @param widths factors on the propagated mass resolution that are tried, ascending
 * @param massScale relative systematic error of the mass scale
 * @param knownWeight prior weight of the masses of known states with a listed decay to the daughters; 1 for none
 * @param design how rows are used
 */
public record SearchOptions(
        List<Integer> daughters,
        Charge charge,
        @Nullable MassWindow massRange,
        @Nullable String combine,
        int states,
        boolean subCombinations,
        MomentumResolution resolution,
        List<Double> widths,
        double massScale,
        double knownWeight,
        Design design) {

    /** What each option means, for help texts. */
    public static final List<OptionCard> CARDS = List.of(
            new OptionCard("daughters", "PDG ids where the files have none, for instance [13, -13]"),
            new OptionCard("charge", "opposite (default), same or any: which pairs of charged daughters are kept"),
            new OptionCard("massRange", "[low, high] of the scan in GeV; default: the range of the candidates"),
            new OptionCard("combine", "name of one spectrum made of all files; default: one spectrum per file"),
            new OptionCard("states", "most states that one spectrum may hold, 1 to 6; default 1"),
            new OptionCard("subCombinations", "true to scan sub-combinations of three or more daughters; default false"),
            new OptionCard("resolution", "relative momentum resolution, {tracks: 0.0071, photons: 0.03} by default"),
            new OptionCard("widths", "factors on that resolution to try, ascending; default [0.72, 1, 1.4]"),
            new OptionCard("massScale", "relative systematic error of the mass scale; default 0.003"),
            new OptionCard(
                    "knownWeight",
                    "prior weight of masses where a listed decay to these daughters is known, 1 to 100; default 10"),
            new OptionCard(
                    "rounds",
                    "{explorationFraction: 0.1, slices: 2} to explore a fraction and confirm in slices, one per round; default:"
                            + " one registered scan of all rows"));

    private static final int MOST_STATES = 6;
    private static final double KNOWN_WEIGHT = 10;

    /** Copies the lists. */
    public SearchOptions {
        daughters = List.copyOf(daughters);
        widths = List.copyOf(widths);
    }

    /** Which pairs of charged daughters are kept. */
    public enum Charge {
        /** Total charge zero. */
        OPPOSITE,
        /** All charges alike. */
        SAME,
        /** Every row. */
        ANY
    }

    /** How rows are used. */
    public sealed interface Design {
        /** One registered scan of all rows. */
        record RegisteredScan() implements Design {}

        /**
         * Rounds: a fraction is explored, each round confirms on a slice of its own.
         *
         * @param explorationFraction of the events
         * @param slices that confirm
         */
        record Rounds(double explorationFraction, int slices) implements Design {}
    }

    /**
     * Reads the options of a study.
     *
     * @throws NovumException with {@code CONFIGURATION} naming the option that is wrong
     */
    public static SearchOptions of(JsonNode options) {
        OptionNode node = OptionNode.root(options).allowing(CARDS.stream().map(OptionCard::name).toList());
        return new SearchOptions(
                daughters(node),
                charge(node),
                window(node),
                node.text("combine").orElse(null),
                states(node),
                node.flag("subCombinations"),
                resolution(node.group("resolution", List.of("tracks", "photons"))),
                widths(node),
                massScale(node),
                knownWeight(node),
                design(node));
    }

    /** The same with other width factors, ascending. */
    SearchOptions withWidths(List<Double> factors) {
        return new SearchOptions(
                daughters, charge, massRange, combine, states, subCombinations, resolution, factors, massScale,
                knownWeight, design);
    }

    private static List<Integer> daughters(OptionNode node) {
        List<Integer> daughters = new ArrayList<>();
        for (double id : node.numbers("daughters").orElse(List.of())) {
            if (id != Math.rint(id) || ParticleTable.standard().find((int) id).isEmpty()) {
                throw node.wrong("daughters", "no particle has the PDG id " + plain(id) + "; give ids such as [13, -13]");
            }
            daughters.add((int) id);
        }
        return daughters;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    private static Charge charge(OptionNode node) {
        String word = node.text("charge").orElse("opposite");
        return switch (word) {
            case "opposite" -> Charge.OPPOSITE;
            case "same" -> Charge.SAME;
            case "any" -> Charge.ANY;
            default -> throw node.wrong("charge", "give opposite, same or any, not " + word);
        };
    }

    private static @Nullable MassWindow window(OptionNode node) {
        Optional<List<Double>> given = node.numbers("massRange");
        if (given.isEmpty()) {
            return null;
        }
        List<Double> range = given.get();
        if (range.size() != 2 || !(range.get(0) >= 0) || !(range.get(1) > range.get(0))) {
            throw node.wrong("massRange", "give [low, high] in GeV with 0 <= low < high, not " + range);
        }
        return new MassWindow(range.get(0), range.get(1));
    }

    private static int states(OptionNode node) {
        int states = node.whole("states", 1);
        if (states < 1 || states > MOST_STATES) {
            throw node.wrong("states", "give a number from 1 to " + MOST_STATES);
        }
        return states;
    }

    private static MomentumResolution resolution(OptionNode node) {
        double tracks = node.number("tracks", ChannelSpectra.TYPICAL.tracks());
        double photons = node.number("photons", ChannelSpectra.TYPICAL.photons());
        if (!(tracks > 0 && tracks < 1 && photons > 0 && photons < 1)) {
            throw node.wrong("tracks", "give relative errors between 0 and 1, such as {tracks: 0.01, photons: 0.03}");
        }
        return new MomentumResolution(tracks, photons);
    }

    private static List<Double> widths(OptionNode node) {
        List<Double> widths = node.numbers("widths").orElse(List.of(0.72, 1.0, 1.4));
        for (int i = 0; i < widths.size(); i++) {
            if (!(widths.get(i) > 0) || (i > 0 && widths.get(i) <= widths.get(i - 1))) {
                throw node.wrong("widths", "give ascending positive factors, such as [0.72, 1, 1.4]");
            }
        }
        if (widths.isEmpty()) {
            throw node.wrong("widths", "give at least one factor");
        }
        return widths;
    }

    private static double massScale(OptionNode node) {
        double massScale = node.number("massScale", 0.003);
        if (!(massScale >= 0 && massScale < 0.1)) {
            throw node.wrong("massScale", "give a relative error from 0 to below 0.1, such as 0.003");
        }
        return massScale;
    }

    private static double knownWeight(OptionNode node) {
        double weight = node.number("knownWeight", KNOWN_WEIGHT);
        if (!(weight >= 1 && weight <= 100)) {
            throw node.wrong("knownWeight", "give a weight from 1 (known states are no likelier) to 100");
        }
        return weight;
    }

    private static Design design(OptionNode options) {
        if (!options.has("rounds")) {
            return new Design.RegisteredScan();
        }
        OptionNode node = options.group("rounds", List.of("explorationFraction", "slices"));
        double fraction = node.number("explorationFraction", 0.1);
        int slices = node.whole("slices", 2);
        if (!(fraction > 0 && fraction < 1) || slices < 1) {
            throw options.wrong("rounds", "give {explorationFraction: between 0 and 1, slices: at least 1}");
        }
        return new Design.Rounds(fraction, slices);
    }
}
