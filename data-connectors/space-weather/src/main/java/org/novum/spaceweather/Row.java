package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.novum.spaceweather.Irregularity.Kind;

/** One row of a feed; what cannot be read is noted with its field, and comes back empty. */
final class Row {
    private static final Set<String> UNKNOWN = Set.of("unk", "unknown", "missing", "nan", "-nan");

    private final JsonNode node;
    private final String place;
    private final Irregularities notes;

    Row(JsonNode node, String place, Irregularities notes) {
        this.node = node;
        this.place = place;
        this.notes = notes;
    }

    /** A value that is needed. */
    Optional<String> text(String field) {
        Optional<String> value = raw(field);
        if (value.isEmpty()) {
            note(Kind.MISSING, field + " is missing");
        } else if (unknown(value.get())) {
            note(Kind.UNKNOWN, field + " is " + value.get());
            return Optional.empty();
        }
        return value;
    }

    /** A value that may be missing or unknown. */
    Optional<String> known(String field) {
        return raw(field).filter(value -> !unknown(value));
    }

    /** A finite number that is needed. */
    Optional<Double> number(String field) {
        return text(field).flatMap(value -> {
            try {
                double number = Double.parseDouble(value);
                if (Double.isFinite(number)) {
                    return Optional.of(number);
                }
            } catch (NumberFormatException noNumber) {
                // Noted below, like a number that is not finite.
            }
            note(Kind.DAMAGED, field + " is " + value + ", no finite number");
            return Optional.empty();
        });
    }

    /** A UTC time that is needed. */
    Optional<Instant> time(String field) {
        return text(field).flatMap(value -> instant(field, value));
    }

    /** A UTC time that may be missing or unknown. */
    Optional<Instant> knownTime(String field) {
        return known(field).flatMap(value -> instant(field, value));
    }

    /** A NOAA region number that may be missing; feeds write it with four or five digits, 0 for none. */
    int region(String field) {
        Optional<String> value = known(field);
        if (value.isEmpty()) {
            return 0;
        }
        if (!value.get().matches("[0-9]{1,5}")) {
            note(Kind.DAMAGED, field + " is " + value.get() + ", no region number; the row counts as of no region");
            return 0;
        }
        int number = Integer.parseInt(value.get());
        // Region 10000 was numbered in 2002; feeds that leave the leading digit out are later than 2009.
        return number > 0 && number < 10_000 ? number + 10_000 : number;
    }

    void note(Kind kind, String what) {
        notes.add(kind, place, what);
    }

    private Optional<String> raw(String field) {
        JsonNode value = node.path(field);
        return value.isValueNode() && !value.isNull() && !value.asText().isBlank()
                ? Optional.of(value.asText().strip())
                : Optional.empty();
    }

    private static boolean unknown(String value) {
        return UNKNOWN.contains(value.toLowerCase(Locale.ROOT));
    }

    private Optional<Instant> instant(String field, String value) {
        String plain = value.endsWith("Z") ? value.substring(0, value.length() - 1) : value;
        try {
            return Optional.of(
                    plain.length() == 10
                            ? LocalDate.parse(plain).atStartOfDay(ZoneOffset.UTC).toInstant()
                            : LocalDateTime.parse(plain.replace(' ', 'T')).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException noTime) {
            note(Kind.DAMAGED, field + " is " + value + ", no time");
            return Optional.empty();
        }
    }
}
