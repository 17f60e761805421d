package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.spaceweather.Irregularity.Kind;

/**
 * A near-real-time SHARP of HMI (Bobra et al., Solar Phys. 289 (2014) 3549), as JSOC's {@code jsoc_info?op=rs_list} gives
 * it.
 *
 * @param patch HARP number; those in near real time are others than the definitive ones
 * @param time UTC
 * @param regions NOAA numbers in the patch
 * @param position flux-weighted centre
 * @param area millionths of a solar hemisphere
 * @param flux total unsigned line-of-sight flux, Mx
 * @param gradient mean gradient of the line-of-sight field, G/Mm
 * @param rValue log10 of the flux near inversion lines, Mx
 */
public record MagneticPatch(
        int patch,
        Instant time,
        List<Integer> regions,
        Position position,
        double area,
        double flux,
        double gradient,
        double rValue) {
    /** The keywords to ask for. */
    public static final List<String> KEYWORDS = List.of(
            "HARPNUM", "T_REC", "NOAA_ARS", "LAT_FWT", "LON_FWT", "QUALITY", "AREA", "USFLUXL", "MEANGBL", "R_VALUE");

    /** Bits from here on say that the image cannot be used; lower ones are remarks. */
    private static final int BAD_QUALITY = 0x10000;

    private static final DateTimeFormatter RECORD_TIME = DateTimeFormatter.ofPattern("uuuu.MM.dd_HH:mm:ss");

    /** Starts of leap-second intervals since SDO's launch, and TAI − UTC in seconds (IERS Bulletin C). */
    private static final TreeMap<Instant, Long> TAI_AHEAD = new TreeMap<>(Map.of(
            Instant.parse("2009-01-01T00:00:00Z"), 34L,
            Instant.parse("2012-07-01T00:00:00Z"), 35L,
            Instant.parse("2015-07-01T00:00:00Z"), 36L,
            Instant.parse("2017-01-01T00:00:00Z"), 37L));

    private record Key(int patch, Instant time) {}

    /** Copies the list. */
    public MagneticPatch {
        regions = List.copyOf(regions);
    }

    /**
     * Reads an answer of JSOC.
     *
     * @throws FeedException if JSOC reports a failure, or its columns are of different lengths
     */
    public static Reading<MagneticPatch> read(JsonNode document, Instant present) {
        return new Rows<>(
                        "JSOC SHARP",
                        MagneticPatch::row,
                        (MagneticPatch item) -> new Key(item.patch(), item.time()),
                        MagneticPatch::time)
                .read(rows(document), present);
    }

    /** JSOC's columns as rows. */
    static ArrayNode rows(JsonNode document) {
        if (document.path("status").asInt(-1) != 0) {
            throw new FeedException(
                    ExitCode.DATA,
                    "JSOC answers with status " + document.path("status") + " (" + document.path("error").asText("no reason")
                            + "); check series and times");
        }
        int count = document.path("count").asInt();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (int row = 0; row < count; row++) {
            rows.addObject();
        }
        for (JsonNode column : document.path("keywords")) {
            JsonNode values = column.path("values");
            if (values.size() != count) {
                throw new FeedException(
                        ExitCode.DATA,
                        "JSOC's column " + column.path("name").asText() + " has " + values.size() + " values for " + count
                                + " rows; ask again");
            }
            for (int row = 0; row < count; row++) {
                ((ObjectNode) rows.get(row)).set(column.path("name").asText(), values.get(row));
            }
        }
        return rows;
    }

    private static Optional<MagneticPatch> row(Row row) {
        Optional<Double> patch = row.number("HARPNUM");
        Optional<Instant> time = row.text("T_REC").flatMap(text -> time(row, text));
        Optional<String> quality = row.text("QUALITY");
        Optional<Double> latitude = row.number("LAT_FWT");
        Optional<Double> longitude = row.number("LON_FWT");
        Optional<Double> area = notNegative(row, "AREA");
        Optional<Double> flux = notNegative(row, "USFLUXL");
        Optional<Double> gradient = notNegative(row, "MEANGBL");
        Optional<Double> rValue = notNegative(row, "R_VALUE");
        if (patch.isEmpty() || time.isEmpty() || quality.isEmpty() || latitude.isEmpty() || longitude.isEmpty()
                || area.isEmpty() || flux.isEmpty() || gradient.isEmpty() || rValue.isEmpty() || !usable(row, quality.get())) {
            return Optional.empty();
        }
        return Optional.of(new MagneticPatch(
                patch.get().intValue(), time.get(), regions(row), new Position(latitude.get(), longitude.get()),
                area.get(), flux.get(), gradient.get(), rValue.get()));
    }

    private static boolean usable(Row row, String quality) {
        try {
            long bits = Long.decode(quality) & 0xFFFFFFFFL;
            if (bits >= BAD_QUALITY) {
                row.note(Kind.UNUSED, "QUALITY is " + quality + ", a poor image");
            }
            return bits < BAD_QUALITY;
        } catch (NumberFormatException noNumber) {
            row.note(Kind.DAMAGED, "QUALITY is " + quality + ", no bits");
            return false;
        }
    }

    private static Optional<Double> notNegative(Row row, String field) {
        return row.number(field).filter(value -> {
            if (value < 0) {
                row.note(Kind.DAMAGED, field + " is " + value + ", which cannot be");
            }
            return value >= 0;
        });
    }

    private static List<Integer> regions(Row row) {
        List<Integer> regions = new ArrayList<>();
        for (String word : row.known("NOAA_ARS").orElse("0").split(",")) {
            if (!word.matches("[0-9]{1,5}")) {
                row.note(Kind.DAMAGED, "NOAA_ARS holds " + word + ", no region number");
            } else if (Integer.parseInt(word) > 0) {
                regions.add(Integer.parseInt(word));
            }
        }
        return regions;
    }

    /** Of {@code 2014.06.20_23:48:00_TAI}. */
    private static Optional<Instant> time(Row row, String text) {
        try {
            if (text.endsWith("_TAI")) {
                Instant tai = LocalDateTime.parse(text.substring(0, text.length() - 4), RECORD_TIME)
                        .toInstant(ZoneOffset.UTC);
                Map.Entry<Instant, Long> ahead = TAI_AHEAD.floorEntry(tai);
                if (ahead != null) {
                    return Optional.of(tai.minusSeconds(ahead.getValue()));
                }
            }
        } catch (DateTimeException noTime) {
            // Noted below, like a time of another scale.
        }
        row.note(Kind.DAMAGED, "T_REC is " + text + ", no TAI time since 2009");
        return Optional.empty();
    }
}
