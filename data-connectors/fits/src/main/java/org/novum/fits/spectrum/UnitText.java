package org.novum.fits.spectrum;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads units as the FITS standard (Pence et al. 2010, section 4.3) and the habits of surveys write them. */
final class UnitText {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+\\.?[0-9]*(?:[eE][+-]?[0-9]+)?");
    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    private static final Pattern POWER = Pattern.compile("(?:\\*\\*|\\^)?\\(?([+-]?[0-9]{1,3})\\)?");

    /** Each base or derived unit in erg, seconds and centimetres. */
    private static final Map<String, Value> KNOWN = Map.ofEntries(
            Map.entry("erg", new Value(1, Map.of("erg", 1))),
            Map.entry("ergs", new Value(1, Map.of("erg", 1))),
            Map.entry("J", new Value(1e7, Map.of("erg", 1))),
            Map.entry("W", new Value(1e7, Map.of("erg", 1, "s", -1))),
            Map.entry("s", new Value(1, Map.of("s", 1))),
            Map.entry("sec", new Value(1, Map.of("s", 1))),
            Map.entry("Hz", new Value(1, Map.of("s", -1))),
            Map.entry("cm", new Value(1, Map.of("cm", 1))),
            Map.entry("m", new Value(1e2, Map.of("cm", 1))),
            Map.entry("um", new Value(1e-4, Map.of("cm", 1))),
            Map.entry("micron", new Value(1e-4, Map.of("cm", 1))),
            Map.entry("nm", new Value(1e-7, Map.of("cm", 1))),
            Map.entry("Angstrom", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("Angstroms", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("angstrom", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("angstroms", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("Ang", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("A", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("Å", new Value(1e-8, Map.of("cm", 1))),
            Map.entry("Jy", new Value(1e-23, Map.of("erg", 1, "cm", -2))),
            Map.entry("mJy", new Value(1e-26, Map.of("erg", 1, "cm", -2))),
            Map.entry("uJy", new Value(1e-29, Map.of("erg", 1, "cm", -2))));

    private final String text;
    private int at;

    private UnitText(String text) {
        this.text = text;
    }

    /**
     * What a unit is made of.
     *
     * @param factor in erg, seconds and centimetres
     * @param powers of these; none is 0
     */
    record Value(double factor, Map<String, Integer> powers) {
        private Value times(Value other, int power) {
            Map<String, Integer> sum = new TreeMap<>(powers);
            other.powers.forEach((unit, its) -> sum.merge(unit, its * power, Integer::sum));
            sum.values().removeIf(its -> its == 0);
            return new Value(factor * StrictMath.pow(other.factor, power), sum);
        }
    }

    /** The unit, or null if the text is none that is known. */
    static @Nullable Value parse(String text) {
        UnitText units = new UnitText(text.strip());
        Value value = units.product();
        return units.at == units.text.length() ? value : null;
    }

    private @Nullable Value product() {
        Value product = new Value(1, Map.of());
        int sign = 1;
        while (at < text.length() && text.charAt(at) != ')') {
            char next = text.charAt(at);
            if (next == '/') {
                sign = -1;
                at++;
            } else if (next == ' ' || next == '.' || next == '*') {
                at++;
            } else {
                Value factor = factor();
                if (factor == null) {
                    return null;
                }
                product = product.times(factor, sign);
                sign = 1;
            }
        }
        return product;
    }

    private @Nullable Value factor() {
        Value base;
        if (text.charAt(at) == '(') {
            at++;
            base = product();
            if (base == null || at >= text.length()) {
                return null;
            }
            at++;
        } else if (text.charAt(at) == '[') {
            return null;
        } else {
            String number = match(NUMBER, 0);
            String word = number == null ? match(WORD, 0) : null;
            base = number != null
                    ? new Value(Double.parseDouble(number), Map.of())
                    : word == null ? null : KNOWN.get(word);
        }
        String power = base == null ? null : match(POWER, 1);
        return base == null || power == null ? base : new Value(1, Map.of()).times(base, Integer.parseInt(power));
    }

    private @Nullable String match(Pattern pattern, int group) {
        Matcher matcher = pattern.matcher(text).region(at, text.length());
        if (!matcher.lookingAt()) {
            return null;
        }
        at = matcher.end();
        return matcher.group(group);
    }
}
