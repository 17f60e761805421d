package org.novum.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A server on this machine that replays four weeks of an active Sun, with one great region near the centre. */
final class ReplayedSun implements AutoCloseable {
    static final Instant PRESENT = Instant.parse("2026-09-06T12:00:00Z");
    static final String REGIONS = "/json/solar_regions.json";
    static final String PATCHES = "/cgi-bin/ajax/jsoc_info";
    static final String FLARES = "/json/goes/primary/xray-flares-7-day.json";
    static final String DONKI = "/DONKI/WS/get/FLR";

    private final HttpServer server;
    private final Map<String, String> answers = new ConcurrentHashMap<>();

    ReplayedSun() throws IOException {
        on(REGIONS, array(regions(LocalDate.parse("2026-09-05"))));
        on(PATCHES, patches(PRESENT.truncatedTo(ChronoUnit.HOURS)));
        on(FLARES, array(List.of(swpc("2026-09-06T02:00:00", "M5.0"), swpc("2026-09-06T05:00:00", "Unk"))));
        on("/json/edited_events.json", "[]");
        on("/json/solar_probabilities.json", "[{\"date\":\"2026-09-06T00:00:00\",\"m_class_1_day\":55,\"m_class_2_day\":50,"
                + "\"m_class_3_day\":45,\"x_class_1_day\":10,\"x_class_2_day\":10,\"x_class_3_day\":5}]");
        on("/json/goes/primary/xrays-6-hour.json", "[{\"time_tag\":\"2026-09-06T11:59:00Z\",\"satellite\":18,"
                + "\"flux\":2.5e-6,\"energy\":\"0.1-0.8nm\"}]");
        on("/hek/her", "{\"result\":[],\"overmax\":false}");
        on(DONKI, array(donki()));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    ReplayedSun on(String path, String body) {
        answers.put(path, body);
        return this;
    }

    /** The feed is not there. */
    ReplayedSun without(String path) {
        answers.remove(path);
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = answers.get(exchange.getRequestURI().getPath());
        try (exchange) {
            if (body == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    static String array(List<String> rows) {
        return "[" + String.join(",", rows) + "]";
    }

    /** A great group and a simple one on each of 28 days until this one. */
    static List<String> regions(LocalDate last) {
        List<String> rows = new ArrayList<>();
        for (int back = 0; back < 28; back++) {
            rows.add(region(last.minusDays(back), 4524, "Ekc\",\"mag_class\":\"BGD", 1200));
            rows.add(region(last.minusDays(back), 4525, "Hsx\",\"mag_class\":\"A", 30));
        }
        return rows;
    }

    private static String region(LocalDate day, int number, String classes, int area) {
        return "{\"observed_date\":\"" + day + "\",\"region\":" + number + ",\"latitude\":12,\"longitude\":32,"
                + "\"carrington_longitude\":209,\"area\":" + area + ",\"spot_class\":\"" + classes
                + "\",\"extent\":15,\"number_spots\":40}";
    }

    static String swpc(String time, String size) {
        Instant begin = Instant.parse(time + "Z");
        return "{\"begin_time\":\"" + begin + "\",\"max_time\":\"" + begin.plusSeconds(600) + "\",\"end_time\":\""
                + begin.plusSeconds(1200) + "\",\"max_class\":\"" + size + "\",\"satellite\":18}";
    }

    /** Two M flares a day of the great region. */
    private static List<String> donki() {
        List<String> rows = new ArrayList<>();
        for (int half = 0; half < 56; half++) {
            Instant begin = Instant.parse("2026-09-06T02:00:00Z").minus(12L * half, ChronoUnit.HOURS);
            rows.add("{\"beginTime\":\"" + begin.toString().substring(0, 16) + "Z\",\"peakTime\":\""
                    + begin.plusSeconds(600).toString().substring(0, 16) + "Z\",\"endTime\":\""
                    + begin.plusSeconds(1200).toString().substring(0, 16)
                    + "Z\",\"classType\":\"M5.0\",\"sourceLocation\":\"N12E32\",\"activeRegionNum\":14524}");
        }
        return rows;
    }

    /** The great region, a quiet one and one near the limb, every 96 minutes for two days. */
    static String patches(Instant last) {
        List<List<String>> rows = new ArrayList<>();
        for (int back = 0; back < 30; back++) {
            String time = last.minus(96L * back, ChronoUnit.MINUTES).atZone(ZoneOffset.UTC).toLocalDateTime()
                    .format(java.time.format.DateTimeFormatter.ofPattern("uuuu.MM.dd_HH:mm:ss")) + "_TAI";
            rows.add(List.of("800", time, "14524", "12.0", "-32.0", "0x0", "1500", "8e22", "80", "5.2"));
            rows.add(List.of("801", time, "14525", "12.0", "-32.0", "0x0", "100", "1e21", "90", "0"));
            rows.add(List.of("802", time, "14526", "12.0", "-85.0", "0x0", "100", "1e21", "90", "0"));
        }
        List<String> names = org.novum.spaceweather.MagneticPatch.KEYWORDS;
        StringBuilder columns = new StringBuilder();
        for (int column = 0; column < names.size(); column++) {
            int at = column;
            columns.append(column == 0 ? "" : ",").append("{\"name\":\"").append(names.get(column)).append("\",\"values\":[")
                    .append(rows.stream().map(row -> "\"" + row.get(at) + "\"").collect(Collectors.joining(",")))
                    .append("]}");
        }
        return "{\"keywords\":[" + columns + "],\"count\":" + rows.size() + ",\"status\":0}";
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
