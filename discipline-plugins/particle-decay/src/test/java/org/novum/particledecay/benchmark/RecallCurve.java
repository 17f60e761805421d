package org.novum.particledecay.benchmark;

import java.util.Locale;
import java.util.Map;

/** Draws recall against planted significance as a self-contained SVG. */
final class RecallCurve {
    private static final String[] COLOURS = {"#0b5fa5", "#c2410c", "#15803d", "#7e22ce", "#525252"};
    private static final int WIDTH = 640;
    private static final int HEIGHT = 400;
    private static final int LEFT = 60;
    private static final int BOTTOM = 50;

    private RecallCurve() {}

    static String svg(Map<String, Tally> curves) {
        StringBuilder out = new StringBuilder(String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"12\">%n<rect width=\"%d\" height=\"%d\" fill=\"#ffffff\"/>%n",
                WIDTH, HEIGHT, WIDTH, HEIGHT));
        for (int tick = 0; tick <= 10; tick += 2) {
            out.append(String.format(Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dddddd\"/>%n"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%.1f</text>%n",
                    LEFT, WIDTH - 20, y(tick / 10.0), y(tick / 10.0), LEFT - 8, y(tick / 10.0) + 4, tick / 10.0));
        }
        for (int strength : Tally.STRENGTHS) {
            out.append(String.format(Locale.ROOT, "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x(strength), HEIGHT - BOTTOM + 18, strength));
        }
        out.append(String.format(Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">planted Asimov significance</text>%n"
                        + "<text x=\"16\" y=\"%d\" transform=\"rotate(-90 16 %d)\" text-anchor=\"middle\">recall</text>%n",
                (LEFT + WIDTH - 20) / 2, HEIGHT - 12, HEIGHT / 2, HEIGHT / 2));
        int index = 0;
        for (Map.Entry<String, Tally> curve : curves.entrySet()) {
            String colour = COLOURS[index % COLOURS.length];
            StringBuilder points = new StringBuilder();
            for (int strength : Tally.STRENGTHS) {
                points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(strength),
                        y(curve.getValue().recall(strength))));
            }
            out.append(String.format(Locale.ROOT,
                    "<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n"
                            + "<text x=\"%d\" y=\"%d\" fill=\"%s\">%s</text>%n",
                    points.toString().trim(), colour, LEFT + 12, 34 + 16 * index, colour, curve.getKey()));
            index++;
        }
        return out.append("</svg>\n").toString();
    }

    private static double x(double strength) {
        return LEFT + (strength - 1.5) / 7 * (WIDTH - 20 - LEFT);
    }

    private static double y(double recall) {
        return HEIGHT - BOTTOM - recall * (HEIGHT - BOTTOM - 20);
    }
}
