package org.novum.particledecay.fit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/** A table of the data mirror, read whole: enough for tests, deduplicated by run and event. */
final class MirrorTable {
    private final List<String> columns;
    private final List<String[]> rows = new ArrayList<>();

    private MirrorTable(List<String> columns) {
        this.columns = columns;
    }

    static MirrorTable read(String file) {
        Path path = Path.of(System.getenv("NOVUM_MIRROR"), "particle", file);
        try (InputStream raw = Files.newInputStream(path);
                InputStream bytes = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            MirrorTable table = new MirrorTable(Arrays.asList(reader.readLine().split(",")));
            Set<String> seen = new HashSet<>();
            reader.lines().map(line -> line.split(",")).forEach(row -> {
                if (seen.add(row[table.index("Run")] + "/" + row[table.index("Event")])) {
                    table.rows.add(row);
                }
            });
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
    }

    private int index(String column) {
        return columns.indexOf(column);
    }

    private double number(String[] row, String column) {
        return Double.parseDouble(row[index(column)]);
    }

    private boolean oppositeSign(String[] row) {
        return number(row, "Q1") * number(row, "Q2") < 0;
    }

    /** Column M of opposite-sign rows. */
    double[] storedMasses() {
        return rows.stream().filter(this::oppositeSign).mapToDouble(r -> number(r, "M")).toArray();
    }

    /** Column M of all rows. */
    double[] allStoredMasses() {
        return rows.stream().mapToDouble(r -> number(r, "M")).toArray();
    }

    /** Masses of opposite-sign rows from energies and momenta. */
    double[] massesOfFourVectors() {
        return rows.stream().filter(this::oppositeSign).mapToDouble(r -> {
            double square = sum(r, "E") * sum(r, "E") - sum(r, "px") * sum(r, "px") - sum(r, "py") * sum(r, "py")
                    - sum(r, "pz") * sum(r, "pz");
            return Math.sqrt(Math.max(square, 0));
        }).toArray();
    }

    private double sum(String[] row, String component) {
        return number(row, component + "1") + number(row, component + "2");
    }

    /** Masses of opposite-sign rows of massless daughters, m^2 = 2 pt1 pt2 (cosh(eta1-eta2) - cos(phi1-phi2)). */
    double[] massesOfAngles() {
        return rows.stream().filter(this::oppositeSign).mapToDouble(r -> {
            double eta = number(r, "eta1") - number(r, "eta2");
            double phi = number(r, "phi1") - number(r, "phi2");
            return Math.sqrt(
                    2 * number(r, "pt1") * number(r, "pt2") * (StrictMath.cosh(eta) - StrictMath.cos(phi)));
        }).toArray();
    }
}
