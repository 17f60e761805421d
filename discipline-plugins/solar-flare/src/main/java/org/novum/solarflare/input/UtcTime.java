package org.novum.solarflare.input;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.OptionalLong;

/**
 * UTC timestamps as seconds since 1970-01-01, without leap seconds.
 *
 * <p>Read from {@code yyyy-mm-dd}, optionally followed by a blank or {@code T}, {@code HH:MM}, {@code :SS} and {@code Z}.
 * The magnetic tables state TAI, which is 32 to 37 s ahead: far below their cadence of 96 minutes.
 */
public final class UtcTime {
    /** Seconds in a day. */
    public static final long DAY = 86_400;

    /** Seconds in an hour. */
    public static final long HOUR = 3_600;

    private UtcTime() {}

    /** Seconds since 1970, or nothing if the text is no timestamp. */
    public static OptionalLong parse(String text) {
        String word = text.strip();
        if (word.endsWith("Z")) {
            word = word.substring(0, word.length() - 1);
        }
        int length = word.length();
        if (length != 10 && length != 16 && length != 19 || word.charAt(4) != '-' || word.charAt(7) != '-') {
            return OptionalLong.empty();
        }
        int hour = length == 10 ? 0 : clock(word, 10, " T");
        int minute = length == 10 ? 0 : clock(word, 13, ":");
        int second = length == 19 ? clock(word, 16, ":") : 0;
        int year = digits(word, 0, 4);
        if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 60 || year < 0) {
            return OptionalLong.empty();
        }
        try {
            long day = LocalDate.of(year, digits(word, 5, 7), digits(word, 8, 10)).toEpochDay();
            return OptionalLong.of(day * DAY + hour * HOUR + minute * 60L + second);
        } catch (DateTimeException noSuchDay) {
            return OptionalLong.empty();
        }
    }

    /** Days since 1970 of the UTC day that holds this second. */
    public static long day(long seconds) {
        return Math.floorDiv(seconds, DAY);
    }

    /** The date of a day since 1970, {@code yyyy-mm-dd}. */
    public static String date(long day) {
        return LocalDate.ofEpochDay(day).toString();
    }

    private static int clock(String word, int at, String separators) {
        return separators.indexOf(word.charAt(at)) < 0 ? -1 : digits(word, at + 1, at + 3);
    }

    private static int digits(String word, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = word.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
