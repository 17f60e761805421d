package org.novum.connectortemplate;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;
import org.novum.api.data.DataPart;
import org.novum.api.data.Unit;

/**
 * A file that was read through once: its columns, rows and digest.
 *
 * @param path of the file
 * @param columns in the order of the file, as the study calls them
 * @param rows how many there are
 * @param sha256 of the decompressed bytes
 */
record ColumnTextFile(Path path, List<ColumnCard> columns, long rows, String sha256) {
    private static final Pattern COLUMN = Pattern.compile("([^\\[\\]]+)(?:\\[([^\\[\\]]+)])?");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /**
     * Reads the file through: the header, the number of rows, and every number.
     *
     * @throws NovumException if the file is absent or broken, with file and line
     */
    static ColumnTextFile open(Path path) {
        MessageDigest digest = sha256Digest();
        try (BufferedReader lines = reader(new DigestInputStream(stream(path), digest))) {
            List<ColumnCard> columns = header(path, lines.readLine());
            long rows = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                rows++;
                numbers(path, rows, line, columns.size());
            }
            return new ColumnTextFile(path, columns, rows, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    /** Its card. */
    DataPart part() {
        return new DataPart(
                path.getFileName().toString().replaceFirst("\\.coltxt(\\.gz)?$", ""),
                "file:" + path,
                rows,
                sha256,
                columns);
    }

    /** The file with a column under another name. */
    ColumnTextFile renamed(String from, String to) {
        int index = index(from, to);
        return withColumn(index, new ColumnCard(to, columns.get(index).type(), columns.get(index).unit()));
    }

    /** The file with a column in the unit that the study says it is in, whatever the header says. */
    ColumnTextFile inUnit(String column, Unit unit) {
        return withColumn(index(column, column), new ColumnCard(column, ColumnType.FLOAT64, unit));
    }

    /** Place of a column in each line. */
    int index(String column) {
        return index(column, column);
    }

    private int index(String column, String askedAs) {
        List<String> names = columns.stream().map(ColumnCard::name).toList();
        if (!names.contains(column)) {
            String asked = column.equals(askedAs) ? column : column + " (for " + askedAs + ")";
            throw ColumnTextConnector.noSuchColumn(path, asked, names);
        }
        return names.indexOf(column);
    }

    private ColumnTextFile withColumn(int index, ColumnCard card) {
        List<ColumnCard> changed = IntStream.range(0, columns.size())
                .mapToObj(place -> place == index ? card : columns.get(place))
                .toList();
        return new ColumnTextFile(path, changed, rows, sha256);
    }

    /** The lines after the header, from the first. */
    BufferedReader lines() {
        BufferedReader lines = reader(stream(path));
        try {
            header(path, lines.readLine());
            return lines;
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    /**
     * The numbers of one line.
     *
     * @param row number of the row, from 1
     */
    static double[] numbers(Path path, long row, String line, int columns) {
        String[] words = BLANKS.split(line.strip());
        String where = path + ", row " + row;
        if (words.length != columns) {
            throw new DataException(
                    where, "it has " + words.length + " values for " + columns + " columns", "write one per column");
        }
        return Arrays.stream(words).mapToDouble(word -> number(where, word)).toArray();
    }

    static DataException unreadable(Path path, IOException broken) {
        return new DataException(
                path.toString(), "it cannot be read (" + broken.getMessage() + ")", "fetch or write it again", broken);
    }

    private static double number(String where, String word) {
        try {
            double value = Double.parseDouble(word);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw new DataException(where, word + " is not a number", "correct it", notANumber);
        }
        throw new DataException(where, word + " is not finite", "correct it or leave the row out");
    }

    private static List<ColumnCard> header(Path path, @Nullable String line) {
        if (line == null || !line.startsWith("#")) {
            throw new DataException(
                    path + ", line 1", "it does not name the columns", "write a line such as # time[s] flux[Mx]");
        }
        List<ColumnCard> columns = BLANKS.splitAsStream(line.substring(1).strip())
                .map(word -> column(path, word))
                .toList();
        if (columns.stream().map(ColumnCard::name).distinct().count() < columns.size()) {
            throw new DataException(path + ", line 1", "two columns have the same name", "rename one");
        }
        return columns;
    }

    private static ColumnCard column(Path path, String word) {
        Matcher matcher = COLUMN.matcher(word);
        if (!matcher.matches()) {
            throw new DataException(
                    path + ", line 1", "'" + word + "' is not a column", "write a name and its unit, such as flux[Mx]");
        }
        Unit unit = matcher.group(2) == null ? Unit.ONE : Unit.of(matcher.group(2));
        return new ColumnCard(matcher.group(1), ColumnType.FLOAT64, unit);
    }

    private static InputStream stream(Path path) {
        if (!Files.isRegularFile(path)) {
            throw new NovumException(ExitCode.NO_INPUT, path + ": there is no such file; correct the study's data");
        }
        try {
            InputStream bytes = new BufferedInputStream(Files.newInputStream(path));
            try {
                return path.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            } catch (IOException broken) {
                bytes.close();
                throw broken;
            }
        } catch (IOException broken) {
            throw unreadable(path, broken);
        }
    }

    private static BufferedReader reader(InputStream bytes) {
        return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256Digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
