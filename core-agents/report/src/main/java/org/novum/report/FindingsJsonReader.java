package org.novum.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
                            .toList(),
                    root.node().has("literature")
                            ? Optional.of(LiteratureJson.read(root.at("literature")))
                            : Optional.empty());
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
}
