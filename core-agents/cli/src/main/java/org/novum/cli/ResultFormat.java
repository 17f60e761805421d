package org.novum.cli;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.discipline.OperationResult;
import org.novum.journal.CanonicalJson;
import org.novum.report.GalleryPage;
import org.novum.tabular.CsvWriter;
import org.novum.votable.VotableWriter;

/** How a result is written: the ending of a file says it, or the media type that a caller accepts. */
enum ResultFormat {
    /** JSON. */
    JSON("application/json"),
    /** Comma-separated values. */
    CSV("text/csv"),
    /** Arrow IPC file. */
    ARROW("application/vnd.apache.arrow.file"),
    /** Parquet. */
    PARQUET("application/vnd.apache.parquet"),
    /** VOTable. */
    VOTABLE("application/x-votable+xml"),
    /** A page to look at. */
    HTML("text/html");

    private final String mediaType;

    ResultFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    static ResultFormat of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".csv")) {
            return CSV;
        }
        if (lower.endsWith(".arrow") || lower.endsWith(".feather")) {
            return ARROW;
        }
        if (lower.endsWith(".parquet")) {
            return PARQUET;
        }
        if (lower.endsWith(".html") || lower.endsWith(".htm")) {
            return HTML;
        }
        if (lower.endsWith(".vot") || lower.endsWith(".votable") || lower.endsWith(".xml")) {
            return VOTABLE;
        }
        if (lower.endsWith(".json")) {
            return JSON;
        }
        throw new NovumException(
                ExitCode.USAGE, "--out " + name + ": end the name in .csv, .arrow, .parquet, .vot, .html or .json");
    }

    /** As registered, or as the format's authors name it. */
    String mediaType() {
        return mediaType;
    }

    /**
     * A result in this format.
     *
     * @param title of a table, where the format has one
     * @throws NovumException with {@code USAGE} if the result has no such form
     */
    byte[] write(String title, OperationResult result) {
        return switch (result) {
            case OperationResult.Document document -> document(document);
            case OperationResult.Table table -> table(title, table);
            case OperationResult.Gallery gallery -> gallery(gallery);
        };
    }

    private byte[] document(OperationResult.Document document) {
        return switch (this) {
            case JSON -> CanonicalJson.pretty(document.content());
            case CSV, ARROW, PARQUET, VOTABLE, HTML -> throw refused("a document", ".json");
        };
    }

    private byte[] table(String title, OperationResult.Table table) {
        return switch (this) {
            case CSV -> csv(table);
            case ARROW -> ArrowResult.write(table);
            case PARQUET -> ParquetResult.write(table);
            case VOTABLE -> VotableWriter.write(title, table);
            case JSON -> CanonicalJson.pretty(CanonicalJson.tree(table));
            case HTML -> throw refused("a table", ".csv, .arrow, .parquet, .vot or .json");
        };
    }

    private byte[] gallery(OperationResult.Gallery gallery) {
        return switch (this) {
            case HTML -> GalleryPage.render(gallery);
            case JSON -> CanonicalJson.pretty(CanonicalJson.tree(gallery));
            case CSV, ARROW, PARQUET, VOTABLE -> throw refused("pictures", ".html, or in .json for their numbers");
        };
    }

    private NovumException refused(String what, String endings) {
        return new NovumException(
                ExitCode.USAGE,
                "this operation gives " + what + ", which cannot be " + mediaType + "; end the name of the file in " + endings);
    }

    private static byte[] csv(OperationResult.Table table) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.to(
                text, table.columns().stream().map(ColumnCard::name).toList())) {
            table.rows().forEach(writer::row);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
