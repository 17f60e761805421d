package org.novum.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.novum.api.data.Quantity;
import org.novum.api.data.Unit;
import org.novum.api.finding.Figure;
import org.novum.report.FindingsDocument.Finding;
import org.novum.report.PageView.Fact;
import org.novum.report.PageView.FigureView;
import org.novum.report.PageView.Scopes;
import org.novum.report.PageView.Section;
import org.novum.report.figure.FigureJson;
import org.novum.report.figure.FigureSvg;
import org.novum.report.figure.Legend;

/** The sections of the page that tell one finding each. */
final class SectionBuilder {
    /** Characters of figures beyond which later ones are left out, so that the page stays below 15 MB. */
    private static final long FIGURE_BUDGET = 11_000_000;

    private final ReportModel model;
    private final Map<String, String> anchors;
    private long drawn;

    SectionBuilder(ReportModel model, Map<String, String> anchors) {
        this.model = model;
        this.anchors = anchors;
    }

    List<Section> sections(List<Finding> findings) {
        List<Section> sections = new ArrayList<>();
        findings.forEach(finding -> sections.add(section(finding)));
        return sections;
    }

    private Section section(Finding finding) {
        ReportModel.Detail detail = model.details().get(finding.id());
        List<FigureView> figures = figures(detail.figures());
        int leftOut = detail.figures().size() - figures.size();
        return new Section(
                anchors.get(finding.id()),
                finding.verdict(),
                FindingsTable.known(finding).orElse(FindingsTable.subject(finding)),
                finding.statement(),
                detail.reason(),
                quantities(finding.quantities()),
                attributes(finding),
                PageBuilder.significance(finding),
                probabilities(finding),
                List.of(
                        new Fact("Ledger index", Long.toString(finding.ledger().index())),
                        new Fact("Level asked for", Numbers.rate(finding.ledger().level())),
                        new Fact("Ledger's decision", finding.ledger().accepted() ? "accepted" : "not accepted"),
                        new Fact("Registration", detail.registration()),
                        new Fact("Hypothesis", finding.id())),
                finding.evidence(),
                figures,
                leftOut == 0 ? "" : "This page is full: " + leftOut + " more figures of this finding are not drawn.");
    }

    private List<FigureView> figures(List<Figure> figures) {
        List<FigureView> views = new ArrayList<>();
        for (Figure figure : figures) {
            if (drawn > FIGURE_BUDGET) {
                break;
            }
            FigureView view = new FigureView(
                    figure.title(),
                    FigureSvg.draw(figure),
                    FigureJson.write(figure),
                    Legend.of(figure).entries());
            drawn += view.drawing().length() + view.numbers().length();
            views.add(view);
        }
        return views;
    }

    private static List<Fact> quantities(Map<String, Quantity> quantities) {
        return quantities.entrySet().stream()
                .map(entry -> new Fact(spaced(entry.getKey()), Numbers.quantity(entry.getValue())))
                .toList();
    }

    private static Scopes probabilities(Finding finding) {
        return new Scopes(
                Numbers.probability(finding.log10p().local()),
                Numbers.probability(finding.log10p().global()),
                Numbers.probability(finding.log10p().campaign()));
    }

    private static List<Fact> attributes(Finding finding) {
        return finding.attributes().properties().stream()
                .filter(field -> !field.getValue().isNull())
                // What is a quantity too is shown among those, with its error.
                .filter(field -> !finding.quantities().containsKey(field.getKey()))
                .map(field -> new Fact(spaced(field.getKey()), readable(field.getValue())))
                .toList();
    }

    /** A discipline's field as a person would write it. */
    static String readable(JsonNode node) {
        if (node.isObject() && node.path("value").isNumber() && node.path("error").isNumber()) {
            Unit unit = Unit.of(node.path("unit").asText("1"));
            return Numbers.quantity(
                    new Quantity(node.get("value").doubleValue(), node.get("error").doubleValue(), unit));
        }
        if (node.isObject()) {
            return node.properties().stream()
                    .filter(field -> !field.getValue().isNull())
                    .map(field -> spaced(field.getKey()) + ": " + readable(field.getValue()))
                    .collect(Collectors.joining("; "));
        }
        if (node.isArray()) {
            return StreamSupport.stream(node.spliterator(), false)
                    .map(SectionBuilder::readable)
                    .collect(Collectors.joining(", "));
        }
        return node.isBoolean() ? (node.booleanValue() ? "yes" : "no") : node.asText();
    }

    /** {@code branchingFraction} and {@code branching_fraction} become words. */
    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z0-9])", " ").replace('_', ' ').toLowerCase(Locale.ROOT);
    }
}
