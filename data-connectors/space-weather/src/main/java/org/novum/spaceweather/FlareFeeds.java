package org.novum.spaceweather;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.novum.spaceweather.FlareReport.Source;
import org.novum.spaceweather.Irregularity.Kind;

/** Readers of flares: SWPC's automatic and edited lists, DONKI and HEK. */
public final class FlareFeeds {
    private FlareFeeds() {}

    /** {@code json/goes/primary/xray-flares-7-day.json} and {@code xray-flares-latest.json}. */
    public static Reading<FlareReport> swpc(JsonNode document, Instant present) {
        return rows("SWPC flares", row -> report(
                        row, Source.SWPC_FLARES, new Names("begin_time", "max_time", "end_time", "max_class", "", "")))
                .read(document, present);
    }

    /** {@code json/edited_events.json}, of which X-ray flares are type XRA. */
    public static Reading<FlareReport> events(JsonNode document, Instant present) {
        return rows("SWPC events", row -> {
                    Optional<String> type = row.text("type");
                    if (type.isPresent() && !type.get().equals("XRA")) {
                        row.note(Kind.UNUSED, "an event of type " + type.get());
                        return Optional.empty();
                    }
                    return type.flatMap(any -> report(row, Source.SWPC_EVENTS, new Names(
                            "begin_datetime", "max_datetime", "end_datetime", "particulars1", "region", "location")));
                })
                .read(document, present);
    }

    /** {@code DONKI/WS/get/FLR}. */
    public static Reading<FlareReport> donki(JsonNode document, Instant present) {
        return rows("DONKI", row -> report(row, Source.DONKI, new Names(
                        "beginTime", "peakTime", "endTime", "classType", "activeRegionNum", "sourceLocation")))
                .read(document, present);
    }

    /** {@code hek/her?cmd=search&event_type=fl}, of which the class of GOES stands in the reports of SWPC. */
    public static Reading<FlareReport> hek(JsonNode document, Instant present) {
        Reading<FlareReport> reading = rows("HEK", row -> {
                    Optional<String> method = row.text("frm_name");
                    if (method.isPresent() && !method.get().equals("SWPC")) {
                        row.note(Kind.UNUSED, "a flare found by " + method.get());
                        return Optional.empty();
                    }
                    return method.flatMap(any -> report(row, Source.HEK, new Names(
                            "event_starttime", "event_peaktime", "event_endtime", "fl_goescls", "ar_noaanum", "")));
                })
                .read(document.path("result"), present);
        if (!document.path("overmax").asBoolean(false)) {
            return reading;
        }
        List<Irregularity> more = new ArrayList<>(reading.irregularities());
        more.add(new Irregularity(Kind.GAP, "HEK", "the answer was cut at its greatest length"));
        return new Reading<>(reading.rows(), reading.items(), more);
    }

    private record Names(String start, String peak, String end, String goesClass, String region, String position) {}

    private static Rows<FlareReport> rows(String name, Function<Row, Optional<FlareReport>> item) {
        return new Rows<>(name, item, FlareReport::start, FlareReport::start);
    }

    private static Optional<FlareReport> report(Row row, Source source, Names names) {
        Optional<Instant> start = row.time(names.start());
        Optional<String> goesClass = row.text(names.goesClass()).filter(text -> {
            boolean fine = text.matches("[ABCMX][0-9]{1,3}(\\.[0-9]{1,3})?");
            if (!fine) {
                row.note(Kind.DAMAGED, names.goesClass() + " is " + text + ", no class of flare");
            }
            return fine;
        });
        if (start.isEmpty() || goesClass.isEmpty()) {
            return Optional.empty();
        }
        Optional<Instant> end = row.knownTime(names.end());
        if (end.isEmpty()) {
            row.note(Kind.UNDER_WAY, "the flare of " + start.get() + " has no end yet");
        } else if (end.get().isBefore(start.get())) {
            row.note(Kind.DAMAGED, names.end() + " is before the start");
            return Optional.empty();
        }
        return Optional.of(new FlareReport(
                source,
                start.get(),
                row.knownTime(names.peak()),
                end,
                goesClass.get(),
                names.region().isEmpty() ? 0 : row.region(names.region()),
                row.known(names.position()).flatMap(Position::parse)));
    }
}
