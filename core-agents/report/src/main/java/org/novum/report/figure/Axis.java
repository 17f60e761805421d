package org.novum.report.figure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.novum.api.finding.Figure.Scale;

/**
 * Maps values to positions on the drawing and finds round tick values.
 *
 * @param low value at {@code from}
 * @param high value at {@code to}; above {@code low}
 * @param scale linear or logarithmic
 * @param from position of the low end, in units of the drawing
 * @param to position of the high end
 */
record Axis(double low, double high, Scale scale, double from, double to) {
    /** Position of a value; a logarithmic axis puts what is not positive at its low end. */
    double position(double value) {
        double fraction = switch (scale) {
            case LINEAR -> (value - low) / (high - low);
            case LOGARITHMIC -> value <= 0
                    ? 0
                    : (StrictMath.log10(value) - StrictMath.log10(low))
                            / (StrictMath.log10(high) - StrictMath.log10(low));
        };
        return from + fraction * (to - from);
    }

    /** Tick values with their labels, about as many as asked for. */
    List<Tick> ticks(int about) {
        return switch (scale) {
            case LINEAR -> linearTicks(about);
            case LOGARITHMIC -> logarithmicTicks(about);
        };
    }

    private List<Tick> linearTicks(int about) {
        BigDecimal step = niceStep((high - low) / about);
        double width = step.doubleValue();
        List<Tick> ticks = new ArrayList<>();
        for (long i = (long) Math.ceil(low / width - 1e-9); i * width <= high + 1e-9 * width; i++) {
            BigDecimal value = step.multiply(BigDecimal.valueOf(i));
            ticks.add(new Tick(value.doubleValue(), Tick.label(value, Math.max(Math.abs(low), Math.abs(high)))));
        }
        return ticks;
    }

    /** 1, 2 or 5 times a power of ten, as a decimal number so that multiples have no rounding noise. */
    private static BigDecimal niceStep(double rough) {
        int exponent = (int) Math.floor(StrictMath.log10(rough));
        double leading = rough / StrictMath.pow(10, exponent);
        int nice = leading < 1.5 ? 1 : leading < 3.5 ? 2 : leading < 7.5 ? 5 : 10;
        return BigDecimal.valueOf(nice).scaleByPowerOfTen(exponent);
    }

    private List<Tick> logarithmicTicks(int about) {
        int first = (int) Math.ceil(StrictMath.log10(low) - 1e-9);
        int last = (int) Math.floor(StrictMath.log10(high) + 1e-9);
        if (last - first < 1) {
            return new Axis(low, high, Scale.LINEAR, from, to)
                    .linearTicks(about).stream().filter(tick -> tick.value() >= low).toList();
        }
        int stride = Math.max(1, Math.ceilDiv(last - first, about));
        List<Tick> ticks = new ArrayList<>();
        for (int exponent = first; exponent <= last; exponent += stride) {
            ticks.add(new Tick(StrictMath.pow(10, exponent), Tick.power(exponent)));
        }
        return ticks;
    }
}
