package org.novum.texttables;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.novum.api.data.DataException;
import org.novum.spaceweather.Position;
import org.novum.tabular.Texts;

/**
 * The daily Solar Region Summary of NOAA and the U.S. Air Force: regions with spots, plages without, and regions due to return.
 *
 * <p>Each table says when the report was issued; its values are those of the end of the day before. Latitudes are positive in the
 * north and longitudes in the west. Source: SWPC, Product Description Document of the SRS, with its three sections I, IA and II.
 */
record RegionSummaryFormat() implements TextFormat {
    private static final String TITLE = "Solar Region Summary";
    private static final Pattern ISSUED = Pattern.compile(":Issued:\\s*(\\d{4} [A-Z][a-z]{2} \\d{1,2} \\d{4}) UTC\\s*");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern("uuuu MMM d HHmm", Locale.ROOT);
    private static final int OF_TYPE = 7;

    /** The parts of a report, in their order. */
    private enum Section {
        I("I\\..*", List.of("carrington_longitude", "area", "mcintosh", "extent", "spots", "magnetic_type")),
        IA("IA\\..*", List.of("carrington_longitude")),
        II("II\\..*", List.of("carrington_longitude"));

        private final Pattern heading;
        private final List<String> measured;

        Section(String heading, List<String> measured) {
            this.heading = Pattern.compile(heading);
            this.measured = measured;
        }

        static Optional<Section> of(String line) {
            for (Section section : values()) {
                if (section.heading.matcher(line).matches()) {
                    return Optional.of(section);
                }
            }
            return Optional.empty();
        }

        /** Regions that are due have a latitude and no place on the disk. */
        boolean isOnDisk() {
            return this != II;
        }

        List<TextColumn> columns() {
            List<TextColumn> columns = new ArrayList<>(List.of(
                    TextColumn.of("issued", Reading.AsWritten.TEXT),
                    TextColumn.of("region", Reading.AsWritten.WHOLE),
                    TextColumn.of("location", Reading.AsWritten.TEXT),
                    new TextColumn("latitude", "deg", Reading.AsWritten.REAL)));
            if (isOnDisk()) {
                columns.add(new TextColumn("longitude", "deg", Reading.AsWritten.REAL));
            }
            measured.forEach(name -> columns.add(switch (name) {
                case "mcintosh", "magnetic_type" -> TextColumn.of(name, Reading.AsWritten.TEXT);
                case "area" -> new TextColumn(name, "uSH", Reading.AsWritten.REAL);
                case "spots" -> TextColumn.of(name, Reading.AsWritten.WHOLE);
                default -> new TextColumn(name, "deg", Reading.AsWritten.REAL);
            }));
            return columns;
        }
    }

    static boolean recognises(String head) {
        return head.lines().limit(30).anyMatch(line -> line.contains(TITLE)) && head.contains(":Issued:");
    }

    @Override
    public List<TextTable> tables(TextFile file) {
        Fields[] fields = new Fields[Section.values().length];
        for (Section section : Section.values()) {
            fields[section.ordinal()] = new Fields(section.columns().size());
        }
        String issued = "";
        @Nullable Section at = null;
        LineCursor lines = file.lines();
        Words words = new Words();
        while (lines.next()) {
            String line = lines.line().strip();
            Matcher stated = ISSUED.matcher(line);
            Optional<Section> next = Section.of(line);
            if (stated.matches()) {
                issued = time(file, lines.number, stated.group(1));
            } else if (next.isPresent()) {
                at = following(at, next.get(), () -> file.broken(lines.number, "this section is out of order", "get the report again"));
            } else if (at != null && isRow(line)) {
                row(new Line(file, words.cut(lines.text, lines.start, lines.end), lines.number), at, issued, fields[at.ordinal()]);
            }
        }
        if (issued.isEmpty() || at != Section.II) {
            throw new DataException(
                    file.label(),
                    issued.isEmpty() ? "the report does not say when it was issued" : "the report ends before its section II",
                    "get the report again");
        }
        return List.of(Section.values()).stream()
                .map(section -> new TextTable(section.name(), section.columns(), fields[section.ordinal()]))
                .toList();
    }

    private static Section following(
            @Nullable Section before, Section next, Supplier<DataException> outOfOrder) {
        if (next.ordinal() != (before == null ? 0 : before.ordinal() + 1)) {
            throw outOfOrder.get();
        }
        return next;
    }

    private static String time(TextFile file, int line, String text) {
        try {
            return LocalDateTime.parse(text.replaceAll(" (\\d) ", " 0$1 "), WRITTEN) + "Z";
        } catch (DateTimeParseException e) {
            throw new DataException(file.line(line), "'" + text + "' is no time", "get the report again", e);
        }
    }

    private static boolean isRow(String line) {
        return !line.isEmpty() && !line.startsWith("#") && !line.startsWith("Nmbr") && !line.equalsIgnoreCase("None");
    }

    private record Line(TextFile file, Words words, int number) {}

    private static void row(Line line, Section section, String issued, Fields fields) {
        Words words = line.words;
        int expected = 2 + section.measured.size();
        if (words.count() < expected || section != Section.I && words.count() > expected) {
            throw line.file.broken(
                    line.number,
                    words.count() + " words where a row of section " + section + " has " + expected,
                    "correct the row, or get the report again");
        }
        String location = words.text(1);
        // A latitude alone is one on the central meridian.
        Position position = Position.parse(section.isOnDisk() ? location : location + "W0")
                .filter(place -> Math.abs(place.latitude()) <= 90 && Math.abs(place.longitude()) <= 180)
                .orElseThrow(() -> line.file.broken(
                        line.number,
                        "'" + Texts.shown(location) + "' is no place on the Sun",
                        "correct it to one such as " + (section.isOnDisk() ? "N12E32" : "N12")));
        fields.add(issued);
        fields.add(words.text(0));
        fields.add(location);
        fields.add(degrees(position.latitude()));
        if (section.isOnDisk()) {
            fields.add(degrees(position.longitude()));
        }
        for (int word = 2; word < expected; word++) {
            fields.add(word == OF_TYPE ? String.join(" ", words.texts().subList(word, words.count())) : words.text(word));
        }
        fields.endRow(line.number);
    }

    /** Added to 0, so that the equator is never a negative zero. */
    private static String degrees(double value) {
        return Double.toString(0 + value);
    }
}
