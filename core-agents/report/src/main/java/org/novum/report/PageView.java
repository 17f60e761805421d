package org.novum.report;

import java.util.List;
import org.novum.report.figure.Legend;

/** What the page's template prints: texts that are ready but for the template's escaping, in the page's order. */
record PageView(
        Header header,
        FindingTable accepted,
        FindingTable others,
        List<Section> sections,
        List<RoundView> rounds,
        Rows ledger,
        Provenance provenance,
        ReportModel.Methods methods,
        List<ProseView> prose,
        List<LiteratureView> literature) {
    /** What was cited of publications; the list of it is empty where none were read. */
    record LiteratureView(List<Fact> folders, List<CitationRow> citations, List<SourceRow> references, List<SourceRow> others) {}

    /** Citations of a proposal; the anchor is empty where its finding has no section. */
    record CitationRow(
            String round, String proposer, String anchor, String hypothesis, List<String> cited, List<String> dropped) {}

    /** A passage: its key, its publication as the file names it, and the place in the folder. */
    record SourceRow(String key, String publication, String place) {}

    /** Prose of a model; the list of it is empty where there is none. */
    record ProseView(String author, String problem, String struck, List<ProseSection> sections) {}

    record ProseSection(String anchor, String heading, List<PieceView> pieces) {}

    /** A piece of prose: {@code said}, {@code rendered}, {@code cited} or {@code struck}; the note is a label or a reason. */
    record PieceView(String kind, String text, String note) {}

    /** A name and what it is. */
    record Fact(String label, String value) {}

    /** A count with its name, such as {@code 12 discoveries}. */
    record Tile(String count, String label, String kind) {}

    record Header(
            String title, String question, List<Fact> facts, List<Tile> tiles, List<String> warnings, String summary) {}

    record FindingTable(List<FindingRow> rows, String leftOut) {}

    /** A finding's line; the anchor is empty where it has no section. */
    record FindingRow(
            String anchor,
            String verdict,
            String subject,
            String what,
            String measured,
            Scopes significance,
            String probability,
            String level,
            String index) {}

    record Scopes(String local, String global, String campaign) {}

    record Section(
            String anchor,
            String verdict,
            String heading,
            String statement,
            String reason,
            List<Fact> quantities,
            List<Fact> attributes,
            Scopes significance,
            Scopes probability,
            List<Fact> decision,
            List<String> evidence,
            List<FigureView> figures,
            String figuresLeftOut) {}

    /** A figure: its drawing is SVG and its numbers are script-safe JSON, so neither is escaped again. */
    record FigureView(String title, String drawing, String numbers, List<Legend.Entry> legend) {}

    record RoundView(
            String number,
            String proposal,
            String analysis,
            List<Fact> facts,
            List<Tile> verdicts,
            Rows judged) {}

    /** Rows of a table that may be long. */
    record Rows(List<List<String>> rows, String summary, String leftOut, String open) {}

    record Provenance(List<Fact> facts, Rows data, List<Fact> versions, String options, Rows journal) {}
}
