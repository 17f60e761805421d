package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.finding.Significance;
import org.novum.report.FindingsDocument.Data;
import org.novum.report.FindingsDocument.Finding;
import org.novum.report.FindingsDocument.Ledger;
import org.novum.report.FindingsDocument.Run;

/** Reads {@code findings.json}; p-values are derived from their logarithms and so not read. */
final class FindingsJsonReader {
    private FindingsJsonReader() {}

    static FindingsDocument parse(byte[] json) {
        try {
            Place root = new Place("", PrettyJson.MAPPER.readTree(json));
            return new FindingsDocument(
                    run(root.at("run")),
                    root.at("tested").integer(),
                    root.at("findings").elements().stream()
                            .map(FindingsJsonReader::finding)
                            .toList());
        } catch (IOException e) {
            throw new ReportException(ExitCode.DATA, "findings.json is not JSON: " + firstLine(e), e);
        } catch (IllegalArgumentException e) {
            throw new ReportException(ExitCode.DATA, "findings.json: " + e.getMessage(), e);
        }
    }

    private static String firstLine(IOException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("no more is known");
    }

    private static Run run(Place run) {
        Map<String, String> versions = new TreeMap<>();
        run.at("versions").fields().forEach((name, version) -> versions.put(name, version.text()));
        return new Run(
                run.at("id").text(),
                run.at("study").text(),
                run.at("experiment").text(),
                run.at("discipline").text(),
                run.at("seed").integer(),
                run.at("data").elements().stream().map(FindingsJsonReader::data).toList(),
                versions);
    }

    private static Data data(Place part) {
        return new Data(
                part.at("name").text(),
                part.at("uri").text(),
                part.at("rows").integer(),
                part.at("sha256").text());
    }

    private static Finding finding(Place finding) {
        Map<String, Quantity> quantities = new TreeMap<>();
        finding.at("quantities").fields().forEach((name, quantity) -> quantities.put(name, quantity(quantity)));
        Place ledger = finding.at("ledger");
        return new Finding(
                finding.at("id").text(),
                finding.at("statement").text(),
                finding.at("verdict").text(),
                attributes(finding),
                quantities,
                scopes(finding.at("significance")),
                scopes(finding.at("log10p")),
                new Ledger(
                        ledger.at("index").integer(),
                        ledger.at("level").number(),
                        ledger.at("accepted").truth()),
                finding.at("evidence").elements().stream().map(Place::text).toList());
    }

    private static ObjectNode attributes(Place finding) {
        ObjectNode attributes = PrettyJson.MAPPER.createObjectNode();
        finding.node().properties().stream()
                .filter(field -> !FindingsJson.RESERVED.contains(field.getKey()))
                .forEach(field -> attributes.set(field.getKey(), field.getValue()));
        return attributes;
    }

    private static Quantity quantity(Place quantity) {
        return new Quantity(
                quantity.at("value").number(),
                quantity.at("error").number(),
                Unit.of(quantity.at("unit").text()));
    }

    private static Significance scopes(Place scopes) {
        if (scopes.node().isNull()) {
            return Significance.NONE;
        }
        return new Significance(
                scopes.at("local").numberOrNull(),
                scopes.at("global").numberOrNull(),
                scopes.at("campaign").numberOrNull());
    }

    /** A node and where it stands, so that a complaint can name the place. */
    private record Place(String path, JsonNode node) {
        Place at(String name) {
            JsonNode child = node.get(name);
            if (child == null) {
                throw new IllegalArgumentException(path + "/" + name + " is missing");
            }
            return new Place(path + "/" + name, child);
        }

        List<Place> elements() {
            require(node.isArray(), "a list");
            List<Place> places = new ArrayList<>();
            node.forEach(element -> places.add(new Place(path + "/" + places.size(), element)));
            return places;
        }

        Map<String, Place> fields() {
            require(node.isObject(), "an object");
            Map<String, Place> places = new TreeMap<>();
            node.properties()
                    .forEach(field -> places.put(
                            field.getKey(), new Place(path + "/" + field.getKey(), field.getValue())));
            return places;
        }

        String text() {
            require(node.isTextual(), "a text");
            return node.textValue();
        }

        long integer() {
            require(node.isIntegralNumber() && node.canConvertToLong(), "a whole number");
            return node.longValue();
        }

        double number() {
            require(node.isNumber(), "a number");
            return node.doubleValue();
        }

        @Nullable Double numberOrNull() {
            return node.isNull() ? null : (Double) number();
        }

        boolean truth() {
            require(node.isBoolean(), "true or false");
            return node.booleanValue();
        }

        private void require(boolean holds, String expected) {
            if (!holds) {
                throw new IllegalArgumentException(path + " is not " + expected);
            }
        }
    }
}
