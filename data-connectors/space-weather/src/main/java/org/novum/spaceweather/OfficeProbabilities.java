package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * SWPC's own forecast, {@code json/solar_probabilities.json}.
 *
 * @param date of the row
 * @param m probabilities of M flares on the three days, 0 to 1
 * @param x probabilities of X flares on the three days, 0 to 1
 */
public record OfficeProbabilities(LocalDate date, List<Double> m, List<Double> x) {
    private static final int DAYS = 3;

    /** Copies the lists. */
    public OfficeProbabilities {
        m = List.copyOf(m);
        x = List.copyOf(x);
    }

    /** Reads the feed. */
    public static Reading<OfficeProbabilities> read(JsonNode document, Instant present) {
        return new Rows<>(
                        "SWPC probabilities",
                        OfficeProbabilities::row,
                        OfficeProbabilities::date,
                        (OfficeProbabilities item) -> item.date().atStartOfDay(ZoneOffset.UTC).toInstant())
                .read(document, present);
    }

    private static Optional<OfficeProbabilities> row(Row row) {
        Optional<LocalDate> date = row.time("date").map(time -> time.atZone(ZoneOffset.UTC).toLocalDate());
        List<Double> m = probabilities(row, "m");
        List<Double> x = probabilities(row, "x");
        return date.isPresent() && m.size() == DAYS && x.size() == DAYS
                ? Optional.of(new OfficeProbabilities(date.get(), m, x))
                : Optional.empty();
    }

    private static List<Double> probabilities(Row row, String letter) {
        List<Double> result = new ArrayList<>();
        for (int day = 1; day <= DAYS; day++) {
            String field = letter + "_class_" + day + "_day";
            row.number(field).ifPresent(percent -> {
                if (percent >= 0 && percent <= 100) {
                    result.add(percent / 100);
                } else {
                    row.note(Kind.DAMAGED, field + " is " + percent + ", no percentage");
                }
            });
        }
        return result;
    }
}
