package org.novum.solarflare.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.data.DataException;

/**
 * Forecasts that an office issued, in the layout of Murray et al. (Space Weather 15 (2017) 577): year, month, day, hour,
 * minute, then percent for M flares of three or four days and for X flares of as many; day 1 is the row's own.
 *
 * @param byDay probability per class M, X and day ahead, of the first issue of each UTC day
 */
public record OfficeForecasts(SortedMap<Long, double[][]> byDay) {
    private static final int CLASSES = 2;
    private static final int AHEAD = 3;

    /**
     * Reads the file.
     *
     * @throws DataException naming the line that is no forecast
     */
    public static OfficeForecasts read(String path) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(path), StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new SolarFlareException(
                    ExitCode.NO_INPUT, "the forecasts " + path + " cannot be read; name a file of an office's forecasts");
        }
        TreeMap<Long, double[][]> byDay = new TreeMap<>();
        for (int line = 0; line < lines.size(); line++) {
            String where = path + ", row " + (line + 1);
            String[] words = lines.get(line).strip().split("\\s+");
            if (words.length != 11 && words.length != 13) {
                throw new DataException(
                        where, words.length + " values where 11 or 13 are expected", "correct the row or take it out");
            }
            try {
                long day = LocalDate.of(whole(words[0]), whole(words[1]), whole(words[2])).toEpochDay();
                byDay.putIfAbsent(day, probabilities(words));
            } catch (DateTimeException | IllegalArgumentException wrong) {
                throw new DataException(where, "the row is no forecast (" + wrong.getMessage() + ")", "correct it", wrong);
            }
        }
        return new OfficeForecasts(byDay);
    }

    private static double[][] probabilities(String[] words) {
        int columns = (words.length - 5) / CLASSES;
        double[][] result = new double[CLASSES][AHEAD];
        for (int c = 0; c < CLASSES; c++) {
            for (int ahead = 0; ahead < AHEAD; ahead++) {
                int percent = whole(words[5 + c * columns + ahead]);
                if (percent < 0 || percent > 100) {
                    throw new IllegalArgumentException(percent + " is no percentage");
                }
                result[c][ahead] = percent / 100.0;
            }
        }
        return result;
    }

    private static int whole(String word) {
        return Integer.parseInt(word);
    }
}
