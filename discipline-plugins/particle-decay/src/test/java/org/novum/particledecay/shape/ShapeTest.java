package org.novum.particledecay.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShapeTest {
    private static final Window WINDOW = new Window(60, 120);
    private static final PeakStart PEAK = new PeakStart(91, 2.5, 1.5);

    static Stream<Shape> shapes() {
        List<Shape> shapes = new ArrayList<>();
        for (SignalFamily family : SignalFamily.values()) {
            shapes.add(family.at(PEAK));
        }
        for (int order = 1; order <= BackgroundShape.HIGHEST_ORDER; order++) {
            shapes.add(new Bernstein(order, order / 2));
            shapes.add(new Chebyshev(order));
            shapes.add(new ExponentialPolynomial(order));
            shapes.add(new LogPolynomial(order));
        }
        shapes.add(new Chebyshev(0));
        shapes.add(new Threshold(60, 1));
        shapes.add(new Threshold(50, 3));
        shapes.add(new ExponentialBernstein(new Bernstein(3, 1)));
        return shapes.stream();
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void integratesToOneAndHasTheDerivativesOfItsValues(Shape shape) {
        SplittableRandom random = new SplittableRandom(20261122);
        DensityFunction function = shape.on(WINDOW);
        for (int round = 0; round < 6; round++) {
            double[] parameters = draw(shape, random);
            Density density = function.at(parameters);
            assertThat(integral(density)).as(shape.name()).isCloseTo(1, offset(3e-6));
            for (double mass : new double[] {61.3, 80, 88.4, 90.7, 93.1, 99, 117}) {
                checkDerivatives(function, parameters, mass, shape.name());
            }
        }
    }

    private static double[] draw(Shape shape, SplittableRandom random) {
        return shape.parameters(WINDOW).stream()
                .mapToDouble(p -> {
                    double span = p.upper() - p.lower();
                    double low = Math.max(p.lower(), p.start() - Math.min(0.15 * span, 0.3));
                    double high = Math.min(p.upper(), p.start() + Math.min(0.15 * span, 0.3));
                    return high > low ? random.nextDouble(low, high) : low;
                })
                .toArray();
    }

    /** Independent of the shapes' own rules: midpoints, dense towards the lower edge. */
    private static double integral(Density density) {
        int steps = 40_000;
        double[] masses = new double[DensityBlock.SIZE];
        DensityBlock block = new DensityBlock(Density.MOST_PARAMETERS);
        double sum = 0;
        for (int from = 0; from < steps; from += masses.length) {
            int count = Math.min(masses.length, steps - from);
            for (int i = 0; i < count; i++) {
                double u = (from + i + 0.5) / steps;
                masses[i] = WINDOW.lower() + WINDOW.width() * u * u;
            }
            density.evaluate(masses, 0, count, block);
            for (int i = 0; i < count; i++) {
                sum += block.values()[i] * 2 * (from + i + 0.5) / steps;
            }
        }
        return sum * WINDOW.width() / steps;
    }

    private static void checkDerivatives(DensityFunction function, double[] parameters, double mass, String name) {
        DensityBlock block = new DensityBlock(Density.MOST_PARAMETERS);
        function.at(parameters).evaluate(new double[] {mass}, 0, 1, block);
        for (int j = 0; j < parameters.length; j++) {
            if (name.startsWith("radiative") && j == 4) {
                continue;
            }
            double step = 1e-5 * Math.max(1, Math.abs(parameters[j]));
            double[] moved = parameters.clone();
            moved[j] = parameters[j] + step;
            double above = function.at(moved).value(mass);
            moved[j] = parameters[j] - step;
            double below = function.at(moved).value(mass);
            double expected = (above - below) / (2 * step);
            assertThat(block.derivative(j)[0])
                    .as("%s, parameter %d at %s", name, j, mass)
                    .isCloseTo(expected, offset(2e-7 + 1e-5 * Math.abs(expected)));
        }
    }

    @Test
    void blockAndSingleValuesAgreeForEveryCount() {
        SplittableRandom random = new SplittableRandom(5);
        double[] masses = random.doubles(400, 60, 120).toArray();
        shapes().forEach(shape -> {
            double[] start = shape.parameters(WINDOW).stream().mapToDouble(ShapeParameter::start).toArray();
            Density density = shape.on(WINDOW).at(start);
            DensityBlock block = new DensityBlock(Density.MOST_PARAMETERS);
            density.evaluate(masses, 37, 255, block);
            for (int i : new int[] {0, 1, 100, 253, 254}) {
                assertThat(block.values()[i]).as(shape.name()).isEqualTo(density.value(masses[37 + i]));
            }
        });
    }

    @Test
    void refusesWhatCannotBe() {
        assertThatThrownBy(() -> new Window(2, 1)).isInstanceOf(ShapeException.class).hasMessageContaining("[2.0, 1.0]");
        assertThatThrownBy(() -> new PeakStart(91, 2.5, 0)).isInstanceOf(ShapeException.class);
        assertThatThrownBy(() -> new Bernstein(7, 0)).hasMessageContaining("1 to 6");
        assertThatThrownBy(() -> new Threshold(61, 1).on(WINDOW)).hasMessageContaining("threshold 61.0");
        assertThatThrownBy(() -> new RadiativeBreitWigner(
                        new PeakStart(91, 0, 1), RadiativeBreitWigner.Line.BREIT_WIGNER))
                .hasMessageContaining("Crystal Ball");
    }
}
