package org.novum.statistics.math;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vector API loops over four lanes of double, operation by operation those of the scalar kernels.
 *
 * <p>The only class of the module that needs {@code jdk.incubator.vector}; nothing else names its types, so that the
 * rest loads without the incubator module.
 */
final class VectorKernels implements ArrayKernels {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void exp(double[] source, int from, double[] target, int into, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            exp(DoubleVector.fromArray(LANES, source, from + i)).intoArray(target, into + i);
        }
        for (; i < count; i++) {
            target[into + i] = ExpKernel.exp(source[from + i]);
        }
    }

    private static DoubleVector exp(DoubleVector argument) {
        DoubleVector x = argument.max(ExpKernel.LOWEST).min(ExpKernel.HIGHEST);
        DoubleVector rounder = DoubleVector.broadcast(LANES, ExpKernel.ROUNDER);
        DoubleVector k = x.fma(DoubleVector.broadcast(LANES, ExpKernel.LOG2_E), rounder).sub(rounder);
        DoubleVector r = k.fma(
                DoubleVector.broadcast(LANES, -ExpKernel.LN2_LOW),
                k.fma(DoubleVector.broadcast(LANES, -ExpKernel.LN2_HIGH), x));
        DoubleVector q = DoubleVector.broadcast(LANES, ExpKernel.Q10).fma(r, constant(ExpKernel.Q9));
        q = q.fma(r, constant(ExpKernel.Q8));
        q = q.fma(r, constant(ExpKernel.Q7));
        q = q.fma(r, constant(ExpKernel.Q6));
        q = q.fma(r, constant(ExpKernel.Q5));
        q = q.fma(r, constant(ExpKernel.Q4));
        q = q.fma(r, constant(ExpKernel.Q3));
        q = q.fma(r, constant(ExpKernel.Q2));
        q = q.fma(r, constant(ExpKernel.Q1));
        q = q.fma(r, constant(ExpKernel.Q0));
        DoubleVector p = q.fma(r.mul(r), r).add(1);
        DoubleVector half = k.mul(0.5).add(rounder).sub(rounder);
        return p.mul(powerOfTwo(half)).mul(powerOfTwo(k.sub(half)));
    }

    private static DoubleVector powerOfTwo(DoubleVector exponent) {
        return exponent.add(ExpKernel.EXPONENT_ROUNDER)
                .reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .reinterpretAsDoubles();
    }

    private static DoubleVector constant(double value) {
        return DoubleVector.broadcast(LANES, value);
    }

    @Override
    public void log(double[] source, int from, double[] target, int into, int count) {
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            DoubleVector x = DoubleVector.fromArray(LANES, source, from + i);
            VectorMask<Double> ordinary = x.compare(VectorOperators.GE, Double.MIN_NORMAL)
                    .and(x.compare(VectorOperators.LE, Double.MAX_VALUE));
            if (ordinary.allTrue()) {
                log(x).intoArray(target, into + i);
            } else {
                for (int lane = 0; lane < WIDTH; lane++) {
                    target[into + i + lane] = LogKernel.log(source[from + i + lane]);
                }
            }
        }
        for (; i < count; i++) {
            target[into + i] = LogKernel.log(source[from + i]);
        }
    }

    private static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs().add(LogKernel.SHIFT);
        DoubleVector k = bits.lanewise(VectorOperators.LSHR, 52)
                .or(LogKernel.INTEGER_BITS)
                .reinterpretAsDoubles()
                .sub(LogKernel.INTEGER_BIAS);
        DoubleVector f = bits.and(LogKernel.MANTISSA)
                .add(LogKernel.LOWEST_BITS)
                .reinterpretAsDoubles()
                .sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector z = s.mul(s);
        DoubleVector p = constant(LogKernel.P7).fma(z, constant(LogKernel.P6));
        p = p.fma(z, constant(LogKernel.P5));
        p = p.fma(z, constant(LogKernel.P4));
        p = p.fma(z, constant(LogKernel.P3));
        p = p.fma(z, constant(LogKernel.P2));
        p = p.fma(z, constant(LogKernel.P1));
        p = p.fma(z, constant(LogKernel.P0));
        DoubleVector halfSquare = f.mul(0.5).mul(f);
        DoubleVector correction = s.fma(p.fma(z, halfSquare), k.mul(ExpKernel.LN2_LOW));
        return k.fma(constant(ExpKernel.LN2_HIGH), f.sub(halfSquare.sub(correction)));
    }

    @Override
    public double sum(double[] values, int from, int count) {
        DoubleVector lanes = DoubleVector.zero(LANES);
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            lanes = lanes.add(DoubleVector.fromArray(LANES, values, from + i));
        }
        int rest = count - i;
        double s0 = lanes.lane(0);
        double s1 = lanes.lane(1);
        double s2 = lanes.lane(2);
        s0 += rest > 0 ? values[from + i] : 0;
        s1 += rest > 1 ? values[from + i + 1] : 0;
        s2 += rest > 2 ? values[from + i + 2] : 0;
        return (s0 + s1) + (s2 + lanes.lane(3));
    }

    @Override
    public double dot(double[] left, int leftFrom, double[] right, int rightFrom, int count) {
        DoubleVector lanes = DoubleVector.zero(LANES);
        int i = 0;
        for (; i + WIDTH <= count; i += WIDTH) {
            lanes = DoubleVector.fromArray(LANES, left, leftFrom + i)
                    .fma(DoubleVector.fromArray(LANES, right, rightFrom + i), lanes);
        }
        int rest = count - i;
        double s0 = lanes.lane(0);
        double s1 = lanes.lane(1);
        double s2 = lanes.lane(2);
        s0 = rest > 0 ? Math.fma(left[leftFrom + i], right[rightFrom + i], s0) : s0;
        s1 = rest > 1 ? Math.fma(left[leftFrom + i + 1], right[rightFrom + i + 1], s1) : s1;
        s2 = rest > 2 ? Math.fma(left[leftFrom + i + 2], right[rightFrom + i + 2], s2) : s2;
        return (s0 + s1) + (s2 + lanes.lane(3));
    }
}
