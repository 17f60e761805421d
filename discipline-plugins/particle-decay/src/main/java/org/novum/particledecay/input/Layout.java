package org.novum.particledecay.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;

/**
 * How one part writes its candidates.
 *
 * @param daughters number of daughters, 2 to 5
 * @param momenta how their four-momenta are written
 * @param identity how their identities are written
 * @param eventKey columns that identify an event
 */
public record Layout(int daughters, Momenta momenta, Identity identity, List<String> eventKey) {
    private static final int MOST_DAUGHTERS = 5;
    private static final List<String> STEMS = List.of("E", "px", "py", "pz", "pt", "eta", "phi", "pid", "PID", "Q");

    /** Copies the list. */
    public Layout {
        eventKey = List.copyOf(eventKey);
    }

    /** How four-momenta are written; n stands for the daughter's number. */
    public enum Momenta {
        /** {@code En, pxn, pyn, pzn}. */
        CARTESIAN(List.of("E", "px", "py", "pz")),
        /** {@code ptn, etan, phin} and a rest mass from the identity. */
        TRANSVERSE(List.of("pt", "eta", "phi"));

        private final List<String> stems;

        Momenta(List<String> stems) {
            this.stems = stems;
        }

        List<String> columns(int daughter) {
            return stems.stream().map(stem -> stem + daughter).toList();
        }
    }

    /** How identities are written. */
    public enum Identity {
        /** PDG ids in {@code pidn}. */
        PID("pid"),
        /** PDG ids in {@code PIDn}, as CMS writes them. */
        UPPER_CASE_PID("PID"),
        /** Charges in {@code Qn}; the study says which particle. */
        CHARGE("Q"),
        /** Nothing; the study says which particles in which order. */
        STUDY("");

        private final String stem;

        Identity(String stem) {
            this.stem = stem;
        }

        String stem() {
            return stem;
        }
    }

    /**
     * Recognises the layout of a part.
     *
     * @throws DataException if it is none of the known ones, with the columns that are missing
     */
    public static Layout of(DataPart part) {
        int daughters = daughters(part);
        if (daughters > MOST_DAUGHTERS) {
            throw new DataException(
                    part.uri(),
                    "candidates of more than " + MOST_DAUGHTERS + " daughters",
                    "give 2 to " + MOST_DAUGHTERS + " daughters");
        }
        requireWhole(part, daughters);
        for (Momenta momenta : Momenta.values()) {
            if (daughters >= 2 && hasAll(part, momenta.columns(1))) {
                return new Layout(daughters, momenta, identity(part), eventKey(part));
            }
        }
        throw missing(part, List.of(Momenta.CARTESIAN.columns(1), Momenta.CARTESIAN.columns(2)), List.of(
                Momenta.TRANSVERSE.columns(1), Momenta.TRANSVERSE.columns(2)));
    }

    /** The largest number that a column of momenta carries. */
    private static int daughters(DataPart part) {
        int daughters = 0;
        for (int daughter = 1; daughter <= MOST_DAUGHTERS + 1; daughter++) {
            int number = daughter;
            boolean there = STEMS.stream().anyMatch(stem -> has(part, stem + number));
            daughters = there ? daughter : daughters;
        }
        return daughters;
    }

    /** What one daughter has every daughter must have: a column that lacks was lost. */
    private static void requireWhole(DataPart part, int daughters) {
        for (String stem : STEMS) {
            List<String> wanted = IntStream.rangeClosed(1, daughters).mapToObj(daughter -> stem + daughter).toList();
            List<String> lost = wanted.stream().filter(column -> !has(part, column)).toList();
            if (!lost.isEmpty() && lost.size() < daughters) {
                throw new DataException(
                        part.uri(),
                        "column" + (lost.size() == 1 ? " " : "s ") + String.join(", ", lost) + " missing, though "
                                + String.join(", ", wanted.stream().filter(column -> has(part, column)).toList())
                                + (lost.size() == daughters - 1 ? " is" : " are") + " there",
                        "complete the file, or name the column in the study's data.columns");
            }
        }
    }

    private static DataException missing(DataPart part, List<List<String>> cartesian, List<List<String>> transverse) {
        List<String> first = absent(part, cartesian);
        List<String> second = absent(part, transverse);
        List<String> fewer = first.size() <= second.size() ? first : second;
        return new DataException(
                part.uri(),
                "no candidates of two or more daughters: column" + (fewer.size() == 1 ? " " : "s ")
                        + String.join(", ", fewer) + " missing (there are "
                        + String.join(", ", part.columns().stream().map(ColumnCard::name).toList()) + ")",
                "name the columns E1, px1, py1, pz1, … or pt1, eta1, phi1, … in the study's data.columns");
    }

    private static List<String> absent(DataPart part, List<List<String>> columns) {
        return columns.stream().flatMap(List::stream).filter(column -> !has(part, column)).toList();
    }

    /** Every column that is read. */
    public List<String> columns() {
        List<String> columns = new ArrayList<>(eventKey);
        for (int daughter = 1; daughter <= daughters; daughter++) {
            columns.addAll(momenta.columns(daughter));
            identityColumn(daughter).ifPresent(columns::add);
        }
        return columns;
    }

    /** The column of a daughter's identity or charge, if there is one; daughters count from 1. */
    Optional<String> identityColumn(int daughter) {
        return identity == Identity.STUDY ? Optional.empty() : Optional.of(identity.stem() + daughter);
    }

    private static Identity identity(DataPart part) {
        for (Identity identity : List.of(Identity.PID, Identity.UPPER_CASE_PID, Identity.CHARGE)) {
            if (has(part, identity.stem() + 1)) {
                return identity;
            }
        }
        return Identity.STUDY;
    }

    private static List<String> eventKey(DataPart part) {
        if (has(part, "event")) {
            return List.of("event");
        }
        // A run alone holds many events.
        return has(part, "Event")
                ? Stream.of("Run", "Event").filter(column -> has(part, column)).toList()
                : List.of();
    }

    private static boolean has(DataPart part, String column) {
        return part.column(column).isPresent();
    }

    private static boolean hasAll(DataPart part, List<String> columns) {
        return columns.stream().allMatch(column -> has(part, column));
    }
}
