package org.novum.particledecay.pdg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The table of known decay modes into detected particles and narrow states; charge conjugates are implied. */
public final class DecayModes {
    private static final DecayModes ESTABLISHED = read("decay-modes.csv");
    private static final DecayModes STANDARD = read("decay-modes.csv", "recent-modes.csv");

    private final Map<List<Integer>, List<DecayMode>> byFinalState = new HashMap<>();
    private final List<DecayMode> modes;

    private DecayModes(Set<DecayMode> modes) {
        this.modes = List.copyOf(modes);
        for (DecayMode mode : this.modes) {
            byFinalState.computeIfAbsent(mode.daughters(), key -> new ArrayList<>()).add(mode);
        }
    }

    /** The table that comes with this discipline. */
    public static DecayModes standard() {
        return STANDARD;
    }

    /**
     * The same without the states seen since 2003.
     *
     * <p>Generated campaigns draw their states from here, so that they stay what they are as more states become known.
     */
    public static DecayModes established() {
        return ESTABLISHED;
    }

    /** All modes, conjugates included. */
    public List<DecayMode> all() {
        return modes;
    }

    /** Whether {@code parent} is known to decay to exactly {@code daughters}, in any order. */
    public boolean listed(int parent, int... daughters) {
        return find(parent, daughters).isPresent();
    }

    /** The mode of {@code parent} to exactly {@code daughters}, in any order. */
    public Optional<DecayMode> find(int parent, int... daughters) {
        return into(daughters).stream().filter(mode -> mode.parent() == parent).findFirst();
    }

    /** Every known mode into exactly {@code daughters}, lightest parent first. */
    public List<DecayMode> into(int... daughters) {
        List<Integer> key = Arrays.stream(daughters).boxed().sorted().toList();
        ParticleTable table = ParticleTable.standard();
        return byFinalState.getOrDefault(key, List.of()).stream()
                .sorted(Comparator.comparingDouble((DecayMode mode) -> table.mass(mode.parent()))
                        .thenComparingInt(DecayMode::parent))
                .toList();
    }

    /** Known modes into {@code daughters} whose parent's mass (GeV) lies in [low, high], nearest to the middle first. */
    public List<DecayMode> candidates(int[] daughters, double low, double high) {
        ParticleTable table = ParticleTable.standard();
        double middle = 0.5 * (low + high);
        return into(daughters).stream()
                .filter(mode -> table.mass(mode.parent()) >= low && table.mass(mode.parent()) <= high)
                .sorted(Comparator.comparingDouble(mode -> Math.abs(table.mass(mode.parent()) - middle)))
                .toList();
    }

    private static DecayModes read(String... tables) {
        Set<DecayMode> modes = new LinkedHashSet<>();
        for (String table : tables) {
            for (String[] row : TableResource.rows(table, 3)) {
                List<Integer> daughters = Arrays.stream(row[1].split(" ")).map(Integer::valueOf).toList();
                modes.add(new DecayMode(Integer.parseInt(row[0]), daughters, Double.parseDouble(row[2])));
            }
        }
        for (DecayMode mode : List.copyOf(modes)) {
            modes.add(mode.conjugate());
        }
        return new DecayModes(modes);
    }
}
