package org.novum.report.figure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.novum.api.finding.Figure;
import org.novum.api.finding.Figure.Panel;
import org.novum.api.finding.Figure.Series;

/**
 * The numbers of a figure as JSON that may stand inside a {@code script} element: seven significant digits, positions
 * that several series share written once.
 */
public final class FigureJson {
    private static final MathContext DIGITS = new MathContext(7);

    /** Whole numbers below it have no more than seven digits. */
    private static final double LARGEST_WHOLE = 1e7;

    private static final ObjectWriter WRITER =
            JsonMapper.builder().build().writer().with(new ScriptEscapes());

    private final ArrayNode grids = JsonNodeFactory.instance.arrayNode();
    private final List<double[]> known = new ArrayList<>();

    private FigureJson() {}

    /** The figure's numbers; no text inside can end the element or start a comment. */
    public static String write(Figure figure) {
        try {
            return WRITER.writeValueAsString(new FigureJson().node(figure));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("figure " + figure.title() + " could not be written as JSON", e);
        }
    }

    private ObjectNode node(Figure figure) {
        Legend legend = Legend.of(figure);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("xLabel", figure.xLabel());
        Ranges.Range range = Ranges.horizontal(figure);
        node.putArray("xRange").add(range.low()).add(range.high());
        node.set("grids", grids);
        ArrayNode panels = node.putArray("panels");
        figure.panels().forEach(panel -> panels.add(panel(panel, legend)));
        return node;
    }

    private ObjectNode panel(Panel panel, Legend legend) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        Ranges.Range range = Ranges.vertical(panel);
        node.put("yLabel", panel.yLabel())
                .put("scale", panel.scale().name().toLowerCase(Locale.ROOT))
                .put("pulls", Ranges.isPullPanel(panel))
                .put("logarithmicLow", Ranges.logarithmic(panel).low());
        node.putArray("yRange").add(range.low()).add(range.high());
        ArrayNode series = node.putArray("series");
        panel.series().forEach(one -> series.add(series(one, legend.colour(one))));
        if (!panel.marks().isEmpty()) {
            ArrayNode marks = node.putArray("marks");
            panel.marks().forEach(mark -> marks.addObject().put("x", mark.x()).put("label", mark.label()));
        }
        return node;
    }

    private ObjectNode series(Series series, String colour) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", series.name()).put("style", Legend.styleClass(series.style())).put("colour", colour);
        node.put("x", grid(series.x()));
        node.set("y", numbers(series.y()));
        double @Nullable [] error = series.error();
        if (error != null) {
            node.set("error", numbers(error));
        }
        return node;
    }

    private int grid(double[] x) {
        for (int i = 0; i < known.size(); i++) {
            if (Arrays.equals(known.get(i), x)) {
                return i;
            }
        }
        known.add(x);
        grids.add(numbers(x));
        return known.size() - 1;
    }

    private static ArrayNode numbers(double[] values) {
        ArrayNode numbers = JsonNodeFactory.instance.arrayNode(values.length);
        for (double value : values) {
            if (!Double.isFinite(value)) {
                numbers.addNull();
            } else if (value == Math.rint(value) && Math.abs(value) < LARGEST_WHOLE) {
                numbers.add((long) value);
            } else {
                numbers.add(new BigDecimal(value).round(DIGITS).doubleValue());
            }
        }
        return numbers;
    }

    /** Escapes what HTML gives a meaning to, and the line separators that old scripts do not allow in strings. */
    private static final class ScriptEscapes extends CharacterEscapes {
        private final int[] ascii = CharacterEscapes.standardAsciiEscapesForJSON();

        ScriptEscapes() {
            for (char c : new char[] {'<', '>', '&', '\''}) {
                ascii[c] = CharacterEscapes.ESCAPE_STANDARD;
            }
        }

        @Override
        public int[] getEscapeCodesForAscii() {
            return ascii;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int character) {
            return character == 0x2028 || character == 0x2029
                    ? new SerializedString(String.format(Locale.ROOT, "\\u%04x", character))
                    : null;
        }
    }
}
