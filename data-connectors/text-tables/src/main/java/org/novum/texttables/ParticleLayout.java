package org.novum.texttables;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.novum.api.data.DataException;

/**
 * Which characters of a line of PDG's table hold what, as the remarks in front of the table say.
 *
 * @param numbers of particles, one range for each charge
 * @param values ranges of mass, its errors, width and its errors
 * @param name range of the name, with the charges at its end
 */
record ParticleLayout(List<Range> numbers, List<Range> values, Range name) {
    private static final Pattern RANGE = Pattern.compile("\\*\\s+([0-9]{1,3})\\s*-\\s*([0-9]{1,3})(\\s.*)?");
    private static final int VALUES = 6;

    /** Characters from the first, counted from 0, to the last, exclusive. */
    record Range(int from, int to) {
        String of(String line) {
            return line.substring(Math.min(from, line.length()), Math.min(to, line.length())).strip();
        }
    }

    static ParticleLayout of(TextFile file) {
        List<Range> numbers = new ArrayList<>();
        List<Range> values = new ArrayList<>();
        List<Range> names = new ArrayList<>();
        LineCursor lines = file.lines();
        while (lines.next() && lines.beginsWith('*')) {
            Matcher matcher = RANGE.matcher(lines.line());
            if (matcher.matches()) {
                Range range = new Range(Integer.parseInt(matcher.group(1)) - 1, Integer.parseInt(matcher.group(2)));
                String what = matcher.group(3) == null ? "" : matcher.group(3).strip();
                if (what.startsWith("central value") || what.contains("error")) {
                    values.add(range);
                } else if (what.startsWith("particle name")) {
                    names.add(range);
                } else if (what.startsWith("\\") || what.startsWith("|") || what.startsWith("/")) {
                    numbers.add(range);
                }
            }
        }
        ParticleLayout layout = new ParticleLayout(numbers, values, names.size() == 1 ? names.getFirst() : new Range(0, 0));
        if (names.size() != 1 || values.size() != VALUES || numbers.isEmpty() || !layout.isInOrder()) {
            throw new DataException(
                    file.label(),
                    "the remarks in front do not say which characters hold numbers, mass, width, errors and name",
                    "get the file again from the Particle Data Group");
        }
        return layout;
    }

    private List<Range> all() {
        List<Range> all = new ArrayList<>(numbers);
        all.addAll(values);
        all.add(name);
        return all;
    }

    private boolean isInOrder() {
        int behind = 0;
        for (Range range : all()) {
            if (range.from < behind || range.to <= range.from) {
                return false;
            }
            behind = range.to;
        }
        return true;
    }

    /** Whether there is something where nothing should be: such a line is shifted. */
    boolean isShifted(String line) {
        StringBuilder rest = new StringBuilder(line);
        for (Range range : all()) {
            for (int at = range.from; at < Math.min(range.to, line.length()); at++) {
                rest.setCharAt(at, ' ');
            }
        }
        return !rest.toString().isBlank();
    }
}
