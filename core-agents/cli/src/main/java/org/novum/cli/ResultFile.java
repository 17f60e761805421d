package org.novum.cli;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.discipline.OperationResult;
import org.novum.journal.CanonicalJson;
import org.novum.runtime.bundle.Bundle;
import org.novum.tabular.CsvWriter;

/**
 * Writes the result of an operation, whole or not at all.
 *
 * @param path of the file; its ending says the format
 */
record ResultFile(Path path) {
    void write(OperationResult result) {
        String name = path.getFileName().toString();
        boolean csv = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        byte[] bytes = switch (result) {
            case OperationResult.Document document when csv ->
                throw new NovumException(
                        ExitCode.USAGE, "--out " + name + ": this operation gives a document; end the file name in .json");
            case OperationResult.Document document -> CanonicalJson.pretty(document.content());
            case OperationResult.Table table when csv -> csv(table);
            case OperationResult.Table table -> CanonicalJson.pretty(CanonicalJson.tree(table));
        };
        Path folder = path.toAbsolutePath().getParent();
        new Bundle(folder).write(name, bytes);
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
