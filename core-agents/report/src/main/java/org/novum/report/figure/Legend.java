package org.novum.report.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Series;
import org.novum.api.finding.Figure.Style;

/** Which colour each series of a figure has; series of one name share it over the panels. */
public final class Legend {
    private static final int COLOURS = 6;

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, String> colours = new LinkedHashMap<>();

    /**
     * One line of the legend.
     *
     * @param name of the series
     * @param style class of its mark: {@code points}, {@code trace}, {@code line}, {@code dashed}, {@code area} or {@code bars}
     * @param colour class of its colour: {@code ink}, {@code pull} or {@code c0} to {@code c5}
     */
    public record Entry(String name, String style, String colour) {}

    private Legend() {}

    /** The legend of a figure. */
    public static Legend of(Figure figure) {
        Legend legend = new Legend();
        figure.panels().forEach(panel -> panel.series().forEach(legend::add));
        return legend;
    }

    /** Its lines in the order of drawing. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    String colour(Series series) {
        return colours.get(series.name());
    }

    static String styleClass(Style style) {
        return style.name().toLowerCase(Locale.ROOT);
    }

    private void add(Series series) {
        if (colours.containsKey(series.name())) {
            return;
        }
        String colour = preferred(series.style()).stream()
                .filter(candidate -> !colours.containsValue(candidate))
                .findFirst()
                .orElse("c" + colours.size() % COLOURS);
        colours.put(series.name(), colour);
        entries.add(new Entry(series.name(), styleClass(series.style()), colour));
    }

    /** Data in ink, the first model in blue, its components in warmer colours. */
    private static List<String> preferred(Style style) {
        return switch (style) {
            case POINTS -> List.of("ink", "c5", "c3", "c4");
            case TRACE -> List.of("ink", "pull", "c5", "c4");
            case BARS -> List.of("pull", "c5", "c4", "c3");
            case LINE -> List.of("c0", "c3", "c5", "c2", "c4", "c1");
            case DASHED -> List.of("c1", "c4", "c3", "c5", "c2", "c0");
            case AREA -> List.of("c2", "c4", "c3", "c1", "c5", "c0");
        };
    }
}
