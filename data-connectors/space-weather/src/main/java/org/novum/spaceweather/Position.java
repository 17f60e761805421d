package org.novum.spaceweather;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place on the Sun, heliographic.
 *
 * @param latitude degrees, north positive
 * @param longitude degrees from the central meridian, west positive
 */
public record Position(double latitude, double longitude) {
    private static final Pattern WORDS = Pattern.compile("([NS])([0-9]{1,2})([EW])([0-9]{1,3})");

    /** Reads {@code N12E32}. */
    public static Optional<Position> parse(String text) {
        Matcher matcher = WORDS.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double latitude = Double.parseDouble(matcher.group(2));
        double longitude = Double.parseDouble(matcher.group(4));
        return Optional.of(new Position(
                matcher.group(1).equals("N") ? latitude : -latitude,
                matcher.group(3).equals("W") ? longitude : -longitude));
    }

    /** {@code N12E32}. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s%02.0f%s%02.0f",
                latitude < 0 ? "S" : "N",
                Math.abs(latitude),
                longitude < 0 ? "E" : "W",
                Math.abs(longitude));
    }
}
