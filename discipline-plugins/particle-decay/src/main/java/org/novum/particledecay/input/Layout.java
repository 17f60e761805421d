package org.novum.particledecay.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
        PID,
        /** PDG ids in {@code PIDn}, as CMS writes them. */
        UPPER_CASE_PID,
        /** Charges in {@code Qn}; the study says which particle. */
        CHARGE,
        /** Nothing; the study says which particles in which order. */
        STUDY
    }

    /**
     * Recognises the layout of a part.
     *
     * @throws DataException if it is none of the known ones, with the columns that are missing
     */
    public static Layout of(DataPart part) {
        Momenta momenta = has(part, "E1") ? Momenta.CARTESIAN : Momenta.TRANSVERSE;
        int daughters = 0;
        while (daughters < MOST_DAUGHTERS && hasAll(part, momenta.columns(daughters + 1))) {
            daughters++;
        }
        if (daughters < 2) {
            List<String> missing = new ArrayList<>(momenta.columns(1));
            missing.addAll(momenta.columns(2));
            missing.removeIf(column -> has(part, column));
            throw new DataException(
                    part.uri(),
                    "no candidates of two or more daughters: column" + (missing.size() == 1 ? " " : "s ")
                            + String.join(", ", missing) + " missing (there are "
                            + String.join(", ", part.columns().stream().map(ColumnCard::name).toList()) + ")",
                    "name the columns E1, px1, py1, pz1, … or pt1, eta1, phi1, … in the study's data.columns");
        }
        return new Layout(daughters, momenta, identity(part, daughters), eventKey(part));
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
        return switch (identity) {
            case PID -> Optional.of("pid" + daughter);
            case UPPER_CASE_PID -> Optional.of("PID" + daughter);
            case CHARGE -> Optional.of("Q" + daughter);
            case STUDY -> Optional.empty();
        };
    }

    private static Identity identity(DataPart part, int daughters) {
        for (Identity identity : List.of(Identity.PID, Identity.UPPER_CASE_PID, Identity.CHARGE)) {
            Layout probe = new Layout(daughters, Momenta.CARTESIAN, identity, List.of());
            boolean all = true;
            for (int daughter = 1; daughter <= daughters; daughter++) {
                all &= has(part, probe.identityColumn(daughter).orElseThrow());
            }
            if (all) {
                return identity;
            }
        }
        return Identity.STUDY;
    }

    private static List<String> eventKey(DataPart part) {
        if (has(part, "event")) {
            return List.of("event");
        }
        return List.of("Run", "Event").stream().filter(column -> has(part, column)).toList();
    }

    private static boolean has(DataPart part, String column) {
        return part.column(column).isPresent();
    }

    private static boolean hasAll(DataPart part, List<String> columns) {
        return columns.stream().allMatch(column -> has(part, column));
    }
}
