package org.novum.particledecay.pdg;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads the comma-separated tables that ship with this package. */
final class TableResource {
    private TableResource() {}

    /** Rows after the header; lines that start with # are comments. */
    static List<String[]> rows(String name, int fewestColumns) {
        try (InputStream stream = TableResource.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new PdgException("table " + name + " is missing from the program; rebuild it");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            List<String[]> rows = new ArrayList<>();
            for (String line : reader.lines().filter(text -> !text.startsWith("#")).skip(1).toList()) {
                String[] row = line.split(",", -1);
                if (row.length < fewestColumns) {
                    throw new PdgException("table " + name + ": line \"" + line + "\" has " + row.length
                            + " columns, not " + fewestColumns + "; rebuild the program");
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException failure) {
            throw new UncheckedIOException("table " + name + " of the program cannot be read", failure);
        }
    }
}
