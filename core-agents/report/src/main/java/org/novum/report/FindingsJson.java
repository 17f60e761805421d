package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.data.Quantity;
import org.novum.api.finding.Significance;
import org.novum.report.FindingsDocument.Finding;
import org.novum.report.FindingsDocument.Run;

/** Writes {@code findings.json} with its fixed order of keys. */
final class FindingsJson {
    /** Discipline attributes whose place in the order of keys is fixed, before the quantities. */
    private static final List<String> LEADING_ATTRIBUTES = List.of("known", "mode", "channel", "subject");

    /** The one whose place is after the quantities. */
    private static final String YIELD = "yield";

    /** Keys that belong to the document and that no discipline may use. */
    static final Set<String> RESERVED = Set.of(
            "id", "statement", "verdict", "quantities", "significance", "pValue", "log10p", "ledger", "evidence");

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private FindingsJson() {}

    static byte[] write(FindingsDocument document) {
        ObjectNode root = NODES.objectNode();
        root.set("run", run(document.run()));
        root.put("tested", document.tested());
        ArrayNode findings = root.putArray("findings");
        document.findings().forEach(finding -> findings.add(finding(finding)));
        document.literature().ifPresent(literature -> root.set("literature", LiteratureJson.write(literature)));
        return PrettyJson.bytes(root);
    }

    private static ObjectNode run(Run run) {
        ObjectNode node = NODES.objectNode();
        node.put("id", run.id());
        node.put("study", run.study());
        node.put("experiment", run.experiment());
        node.put("discipline", run.discipline());
        node.put("seed", run.seed());
        ArrayNode data = node.putArray("data");
        run.data().forEach(part -> data.addObject()
                .put("name", part.name())
                .put("uri", part.uri())
                .put("rows", part.rows())
                .put("sha256", part.sha256()));
        ObjectNode versions = node.putObject("versions");
        run.versions().forEach(versions::put);
        return node;
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = NODES.objectNode();
        node.put("id", finding.id());
        node.put("statement", finding.statement());
        node.put("verdict", finding.verdict());
        leadingAttributes(finding, node);
        ObjectNode quantities = node.putObject("quantities");
        finding.quantities().forEach((name, quantity) -> quantities.set(name, quantity(quantity)));
        if (finding.attributes().has(YIELD)) {
            node.set(YIELD, finding.attributes().get(YIELD));
        }
        node.set("significance", scopes(finding.significance(), finding));
        node.set("pValue", scopes(powersOfTen(finding.log10p()), finding));
        node.set("log10p", scopes(finding.log10p(), finding));
        node.putObject("ledger")
                .put("index", finding.ledger().index())
                .put("level", finding.ledger().level())
                .put("accepted", finding.ledger().accepted());
        ArrayNode evidence = node.putArray("evidence");
        finding.evidence().forEach(evidence::add);
        return node;
    }

    private static void leadingAttributes(Finding finding, ObjectNode node) {
        ObjectNode attributes = finding.attributes();
        LEADING_ATTRIBUTES.stream()
                .filter(attributes::has)
                .forEach(name -> node.set(name, attributes.get(name)));
        Map<String, JsonNode> others = new TreeMap<>();
        attributes.properties().forEach(field -> others.put(field.getKey(), field.getValue()));
        LEADING_ATTRIBUTES.forEach(others::remove);
        others.remove(YIELD);
        for (Map.Entry<String, JsonNode> other : others.entrySet()) {
            if (RESERVED.contains(other.getKey())) {
                throw new ReportException(
                        ExitCode.SOFTWARE,
                        "finding " + finding.id() + " has a discipline attribute called " + other.getKey()
                                + ", which findings.json keeps for itself; rename it in the discipline");
            }
            node.set(other.getKey(), other.getValue());
        }
    }

    private static ObjectNode quantity(Quantity quantity) {
        return NODES.objectNode()
                .put("value", quantity.value())
                .put("error", quantity.error())
                .put("unit", quantity.unit().symbol());
    }

    private static JsonNode scopes(Significance scopes, Finding finding) {
        if (scopes.equals(Significance.NONE)) {
            return NODES.nullNode();
        }
        ObjectNode node = NODES.objectNode();
        putFinite(node, "local", scopes.local(), finding);
        putFinite(node, "global", scopes.global(), finding);
        putFinite(node, "campaign", scopes.campaign(), finding);
        return node;
    }

    private static void putFinite(ObjectNode node, String scope, @Nullable Double value, Finding finding) {
        if (value != null && !Double.isFinite(value)) {
            throw new ReportException(
                    ExitCode.SOFTWARE,
                    "finding " + finding.id() + " has a " + scope + " number that is " + value
                            + "; a discipline states it as null where it has no meaning");
        }
        node.put(scope, value);
    }

    /** 10 to each power; 0 where it is smaller than the smallest double. */
    private static Significance powersOfTen(Significance log10) {
        return new Significance(powerOfTen(log10.local()), powerOfTen(log10.global()), powerOfTen(log10.campaign()));
    }

    private static @Nullable Double powerOfTen(@Nullable Double log10) {
        if (log10 == null) {
            return null;
        }
        // Below the normal numbers a double has lost digits: the logarithm beside it has them.
        double power = StrictMath.pow(10, log10);
        return power < Double.MIN_NORMAL ? 0.0 : power;
    }
}
