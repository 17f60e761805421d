package org.novum.cli;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.discipline.OperationResult;
import org.novum.journal.CanonicalJson;
import org.novum.report.GalleryPage;
import org.novum.runtime.bundle.Bundle;
import org.novum.tabular.CsvWriter;
import org.novum.votable.VotableWriter;

/**
 * Writes the result of an operation, whole or not at all.
 *
 * @param path of the file; its ending says the format
 */
record ResultFile(Path path) {
    void write(OperationResult result) {
        String name = path.getFileName().toString();
        byte[] bytes = switch (result) {
            case OperationResult.Document document -> document(name, document);
            case OperationResult.Table table -> table(name, table);
            case OperationResult.Gallery gallery -> gallery(name, gallery);
        };
        Path folder = path.toAbsolutePath().getParent();
        new Bundle(folder).write(name, bytes);
    }

    private static byte[] document(String name, OperationResult.Document document) {
        return switch (ResultFormat.of(name)) {
            case JSON -> CanonicalJson.pretty(document.content());
            case CSV, ARROW, PARQUET, VOTABLE, HTML ->
                throw new NovumException(
                        ExitCode.USAGE, "--out " + name + ": this operation gives a document; end the file name in .json");
        };
    }

    private static byte[] table(String name, OperationResult.Table table) {
        return switch (ResultFormat.of(name)) {
            case CSV -> csv(table);
            case ARROW -> ArrowResult.write(table);
            case PARQUET -> ParquetResult.write(table);
            case VOTABLE -> VotableWriter.write(name.replaceFirst("\\.[^.]*$", ""), table);
            case JSON -> CanonicalJson.pretty(CanonicalJson.tree(table));
            case HTML ->
                throw new NovumException(
                        ExitCode.USAGE,
                        "--out " + name + ": this operation gives a table; end the file name in .csv, .arrow, .parquet, .vot"
                                + " or .json");
        };
    }

    private static byte[] gallery(String name, OperationResult.Gallery gallery) {
        return switch (ResultFormat.of(name)) {
            case HTML -> GalleryPage.render(gallery);
            case JSON -> CanonicalJson.pretty(CanonicalJson.tree(gallery));
            case CSV, ARROW, PARQUET, VOTABLE ->
                throw new NovumException(
                        ExitCode.USAGE,
                        "--out " + name + ": this operation gives pictures; end the file name in .html, or in .json for their"
                                + " numbers");
        };
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
