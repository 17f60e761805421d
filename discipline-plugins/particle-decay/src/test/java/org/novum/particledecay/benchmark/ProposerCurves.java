package org.novum.particledecay.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Two panels: recall against planted significance, and false discovery rate against the promised level. */
final class ProposerCurves {
    private static final int WIDTH = 860;
    private static final int HEIGHT = 470;
    private static final double MOST_LEVEL = 0.22;

    private ProposerCurves() {}

    static String svg(Map<Double, Map<Asker, ProposerTally>> tallies) {
        StringBuilder out = new StringBuilder();
        line(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                + " font-size=\"12\"><rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>", WIDTH, HEIGHT, WIDTH, HEIGHT);
        recallAxes(out);
        rateAxes(out);
        int index = 0;
        for (Asker asker : Asker.values()) {
            recall(out, asker, tallies.get(ProposerBenchmark.SHIPPED).get(asker));
            rate(out, asker, tallies, index);
            line(out, "<line x1=\"60\" x2=\"84\" y1=\"%1$d\" y2=\"%1$d\" stroke=\"%2$s\" stroke-width=\"2.5\"/>"
                    + "<text x=\"92\" y=\"%3$d\">%4$s</text>", 361 + 18 * index, asker.colour(), 365 + 18 * index, asker.title());
            index++;
        }
        return out.append("</svg>\n").toString();
    }

    private static void recallAxes(StringBuilder out) {
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = recallY(tenth / 10.0);
            line(out, "<line x1=\"60\" x2=\"420\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e5e5e5\"/><text x=\"54\" y=\"%.1f\""
                    + " text-anchor=\"end\">%.1f</text>", y, y, y + 4, tenth / 10.0);
        }
        Tally.STRENGTHS.forEach(z -> line(out, "<text x=\"%.1f\" y=\"312\" text-anchor=\"middle\">%d</text>", strengthX(z), z));
        line(out, "<text x=\"240\" y=\"332\" text-anchor=\"middle\">planted Asimov significance</text>");
        line(out, "<text x=\"60\" y=\"24\" font-weight=\"bold\">recall at the promise of 5 %%</text>");
    }

    private static void rateAxes(StringBuilder out) {
        for (int percent = 0; percent <= 20; percent += 5) {
            double y = rateY(percent / 100.0);
            double x = levelX(percent / 100.0);
            line(out, "<line x1=\"500\" x2=\"840\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#e5e5e5\"/><text x=\"494\" y=\"%.1f\""
                    + " text-anchor=\"end\">%d %%</text>", y, y, y + 4, percent);
            line(out, "<text x=\"%.1f\" y=\"312\" text-anchor=\"middle\">%d %%</text>", x, percent);
        }
        line(out, "<text x=\"670\" y=\"332\" text-anchor=\"middle\">promised level</text>");
        line(out, "<text x=\"500\" y=\"24\" font-weight=\"bold\">false discovery rate ± standard error</text>");
        line(out, "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#b91c1c\" stroke-dasharray=\"5 4\"/>"
                + "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\" fill=\"#b91c1c\">promise</text>",
                levelX(0), rateY(0), levelX(0.2), rateY(0.2), levelX(0.2) - 8, rateY(0.2) - 2);
    }

    private static void recall(StringBuilder out, Asker asker, ProposerTally tally) {
        StringBuilder points = new StringBuilder();
        Tally.STRENGTHS.forEach(z -> points.append(
                String.format(Locale.ROOT, "%.1f,%.1f ", strengthX(z), recallY(tally.recall(z)))));
        line(out, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", points.toString().trim(), asker.colour());
    }

    /** Points of one level stand beside each other. */
    private static void rate(StringBuilder out, Asker asker, Map<Double, Map<Asker, ProposerTally>> tallies, int index) {
        StringBuilder points = new StringBuilder();
        for (double level : List.copyOf(tallies.keySet())) {
            ProposerTally tally = tallies.get(level).get(asker);
            double rate = tally.falseDiscoveryRate();
            double error = Double.isNaN(tally.standardError()) ? 0 : tally.standardError();
            double x = levelX(level) + 2.0 * (index - (Asker.values().length - 1) / 2.0);
            line(out, "<line x1=\"%1$.1f\" x2=\"%1$.1f\" y1=\"%2$.1f\" y2=\"%3$.1f\" stroke=\"%4$s\" opacity=\"0.5\"/>"
                    + "<circle cx=\"%1$.1f\" cy=\"%5$.1f\" r=\"2.5\" fill=\"%4$s\"/>", x, rateY(Math.max(0, rate - error)),
                    rateY(Math.min(MOST_LEVEL, rate + error)), asker.colour(), rateY(Math.min(MOST_LEVEL, rate)));
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, rateY(Math.min(MOST_LEVEL, rate))));
        }
        line(out, "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>", points.toString().trim(), asker.colour());
    }

    private static double strengthX(double strength) {
        return 60 + (strength - 1.5) / 7 * 360;
    }

    private static double recallY(double value) {
        return 292 - value * 250;
    }

    private static double levelX(double level) {
        return 500 + level / MOST_LEVEL * 340;
    }

    private static double rateY(double rate) {
        return 292 - rate / MOST_LEVEL * 250;
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
