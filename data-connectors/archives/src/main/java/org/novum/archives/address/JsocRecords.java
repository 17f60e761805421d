package org.novum.archives.address;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keywords and segments of records of JSOC, as JSON: {@code jsoc:SERIES[RECORDS]?key=NAMES&seg=NAMES&n=COUNT}; without a query
 * the description of the series.
 *
 * <p>They are answers of {@code http://jsoc.stanford.edu/cgi-bin/ajax/jsoc_info} to {@code op=rs_list} with {@code ds},
 * {@code key}, {@code seg} and {@code n}, or to {@code op=series_struct} with {@code ds}. Source: SunPy's client
 * <a href="https://github.com/sunpy/drms">drms</a>, {@code config.py} and {@code json.py}. Exports of images need an address
 * that is registered there and are not covered.
 */
final class JsocRecords {
    private static final String FORM = "jsoc:SERIES[RECORDS]?key=NAMES, as in "
            + "jsoc:hmi.sharp_720s[377][2011.02.15_00:00:00_TAI]?key=T_REC,USFLUX";
    private static final Pattern ADDRESS =
            Pattern.compile("(?<series>[a-z][a-z0-9_]*\\.[A-Za-z0-9_]+)(?<records>(?:\\[[^\\[\\]\\p{Cntrl}]*\\])*)(?:\\?(?<query>.+))?");
    private static final Set<String> PARAMETERS = Set.of("key", "seg", "n");

    private JsocRecords() {}

    static ArchiveFile file(ArchiveHosts hosts, String address, String rest) {
        Matcher parts = ADDRESS.matcher(rest);
        if (!parts.matches()) {
            throw ArchiveAddresses.wrong(address, "it names no records of JSOC", FORM);
        }
        String series = parts.group("series");
        String records = series + parts.group("records");
        String query = parts.group("query");
        Map<String, String> asked = query == null ? Map.of() : parameters(address, query);
        if (query == null && !records.equals(series)) {
            throw ArchiveAddresses.wrong(address, "what is wanted of the records is missing", FORM);
        }
        StringBuilder url = new StringBuilder("cgi-bin/ajax/jsoc_info?op=")
                .append(query == null ? "series_struct" : "rs_list")
                .append("&ds=")
                .append(escaped(records));
        asked.forEach((name, value) -> url.append('&').append(name).append('=').append(escaped(value)));
        return new ArchiveFile(
                address,
                hosts.at(Archive.JSOC, url.toString()),
                "jsoc/" + series + (query == null ? "" : "-" + shortDigest(records + asked)) + ".json",
                "check the name of the series and its keywords");
    }

    private static Map<String, String> parameters(String address, String query) {
        Map<String, String> asked = new TreeMap<>();
        for (String each : query.split("&", -1)) {
            int equals = each.indexOf('=');
            String name = equals < 0 ? each : each.substring(0, equals);
            if (equals < 0 || !PARAMETERS.contains(name) || asked.put(name, value(address, each.substring(equals + 1))) != null) {
                throw ArchiveAddresses.wrong(address, "'" + each + "' is none of key=, seg= and n=, once each", FORM);
            }
        }
        if (!asked.containsKey("key") && !asked.containsKey("seg")) {
            throw ArchiveAddresses.wrong(address, "it asks for no keyword and no segment", FORM);
        }
        return asked;
    }

    /** As it was meant, whether it was escaped for a shell or not; a plus sign stays one. */
    private static String value(String address, String text) {
        try {
            String value = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (value.matches("[A-Za-z0-9_,.*-]+")) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw ArchiveAddresses.wrong(address, "'" + text + "' is wrongly escaped", FORM);
        }
        throw ArchiveAddresses.wrong(address, "'" + text + "' is no list of names", FORM);
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String shortDigest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }
}
