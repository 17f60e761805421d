package org.novum.spectra.truth;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.novum.api.data.DataException;
import org.novum.spectra.template.SpectralClass;

/**
 * A table of known objects, comma-separated: {@code file}, {@code class} and {@code z}, and where there are such columns
 * {@code zwarning}, {@code group}, {@code lasp_rv_kms}, {@code teff}, {@code logg}, {@code feh} and {@code subclass}; the
 * last five may be empty.
 *
 * @param truths by the name of the file
 * @param sha256 of the table's decompressed bytes
 */
public record TruthTable(Map<String, Truth> truths, String sha256) {
    /**
     * Reads a file.
     *
     * @throws DataException if it cannot be read, lacks a column, or a row cannot be
     */
    public static TruthTable read(String path) {
        byte[] bytes = bytes(path);
        List<String> lines = new String(bytes, StandardCharsets.UTF_8).lines().toList();
        List<String> header = lines.isEmpty() ? List.of() : fields(lines.getFirst());
        for (String column : List.of("file", "class", "z")) {
            if (!header.contains(column)) {
                throw new DataException(
                        path + ", column " + column,
                        "there is no such column",
                        "truth is a table with the columns file, class and z");
            }
        }
        Map<String, Truth> truths = new TreeMap<>();
        for (int line = 1; line < lines.size(); line++) {
            List<String> fields = fields(lines.get(line));
            Map<String, String> row = new HashMap<>();
            for (int column = 0; column < Math.min(header.size(), fields.size()); column++) {
                row.put(header.get(column), fields.get(column));
            }
            Truth truth = truth(new Row(row, path + ", row " + (line + 1)));
            truths.put(truth.name(), truth);
        }
        return new TruthTable(truths, sha256(bytes));
    }

    private static byte[] bytes(String path) {
        try {
            byte[] bytes = Files.readAllBytes(Path.of(path));
            if (bytes.length > 1 && bytes[0] == 0x1f && bytes[1] == (byte) 0x8b) {
                try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                    return stream.readAllBytes();
                }
            }
            return bytes;
        } catch (IOException broken) {
            throw new DataException(path, "the table of truth cannot be read (" + broken + ")", "name a file that can be");
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /** Fields of a line; a comma between double quotes belongs to the field. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString().strip());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString().strip());
        return fields;
    }

    /** One row by the names of its columns. */
    private record Row(Map<String, String> fields, String place) {
        String text(String column) {
            return fields.getOrDefault(column, "");
        }

        double number(String column) {
            String text = text(column);
            try {
                return text.isEmpty() ? Double.NaN : Double.parseDouble(text);
            } catch (NumberFormatException notANumber) {
                throw new DataException(place + ", column " + column, "'" + text + "' is no number", "correct it");
            }
        }
    }

    private static Truth truth(Row row) {
        String spectralClass = row.text("class");
        if (Arrays.stream(SpectralClass.values()).noneMatch(one -> one.name().equals(spectralClass))) {
            throw new DataException(
                    row.place() + ", column class", "'" + spectralClass + "' is no class", "write GALAXY, QSO or STAR");
        }
        double redshift = row.number("z");
        if (!Double.isFinite(redshift)) {
            throw new DataException(row.place() + ", column z", "the redshift is missing", "leave the row out");
        }
        double warning = row.number("zwarning");
        return new Truth(
                row.text("file"),
                SpectralClass.valueOf(spectralClass),
                redshift,
                Double.isNaN(warning) ? 0 : (int) warning,
                row.text("group").isEmpty() ? row.text("file") : row.text("group"),
                row.number("lasp_rv_kms"),
                row.number("teff"),
                row.number("logg"),
                row.number("feh"),
                row.text("subclass"));
    }
}
