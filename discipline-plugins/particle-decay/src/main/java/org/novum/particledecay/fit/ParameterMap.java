package org.novum.particledecay.fit;

import java.util.ArrayList;
import java.util.List;

/** Maps the free parameters that a minimiser sees to all parameters of a model, and derivatives back. */
final class ParameterMap {
    private static final int NONE = -1;

    private final MixtureModel model;
    private final int[] free;
    private final int[] source;
    private final double[] factor;

    ParameterMap(MixtureModel model) {
        this.model = model;
        List<ModelParameter> all = model.parameters();
        int size = all.size();
        this.source = new int[size];
        this.factor = new double[size];
        List<Integer> freeIndices = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            source[i] = NONE;
            if (all.get(i).binding() instanceof Binding.Free) {
                source[i] = freeIndices.size();
                factor[i] = 1;
                freeIndices.add(i);
            }
        }
        for (int i = 0; i < size; i++) {
            if (all.get(i).binding() instanceof Binding.Scaled scaled) {
                source[i] = source[model.index(scaled.source())];
                factor[i] = scaled.factor();
            }
        }
        this.free = freeIndices.stream().mapToInt(Integer::intValue).toArray();
    }

    int freeCount() {
        return free.length;
    }

    /** Free parameter that determines a model parameter; negative for a constant. */
    int sourceOf(int parameter) {
        return source[parameter];
    }

    double factorOf(int parameter) {
        return factor[parameter];
    }

    /** Index among all parameters of a free one. */
    int parameterOf(int freeIndex) {
        return free[freeIndex];
    }

    double[] start() {
        return each(ModelParameter::start);
    }

    double[] lower() {
        return each(ModelParameter::lower);
    }

    double[] upper() {
        return each(ModelParameter::upper);
    }

    private double[] each(java.util.function.ToDoubleFunction<ModelParameter> figure) {
        double[] values = new double[free.length];
        for (int i = 0; i < free.length; i++) {
            values[i] = figure.applyAsDouble(model.parameters().get(free[i]));
        }
        return values;
    }

    /** All parameters for given free ones. */
    double[] expand(double[] point) {
        double[] all = new double[source.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = source[i] == NONE ? model.parameters().get(i).start() : factor[i] * point[source[i]];
        }
        return all;
    }
}
