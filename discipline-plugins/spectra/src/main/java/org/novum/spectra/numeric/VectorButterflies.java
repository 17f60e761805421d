package org.novum.spectra.numeric;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Loops of four lanes, operation by operation those of {@link ScalarButterflies}. */
final class VectorButterflies implements Butterflies {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_256;
    private static final int WIDTH = 4;

    private final ScalarButterflies scalar = new ScalarButterflies();

    @Override
    public void forward(double[] re, double[] im, int block, double[][] twiddle) {
        int h = twiddle[0].length;
        if (h < WIDTH) {
            scalar.forward(re, im, block, twiddle);
            return;
        }
        for (int j = 0; j < h; j += WIDTH) {
            int a = block + j;
            int b = a + h;
            int c = b + h;
            int d = c + h;
            DoubleVector aR = at(re, a);
            DoubleVector aI = at(im, a);
            DoubleVector bR = at(re, b);
            DoubleVector bI = at(im, b);
            DoubleVector cR = at(re, c);
            DoubleVector cI = at(im, c);
            DoubleVector dR = at(re, d);
            DoubleVector dI = at(im, d);
            DoubleVector sumR = aR.add(cR);
            DoubleVector sumI = aI.add(cI);
            DoubleVector differenceR = aR.sub(cR);
            DoubleVector differenceI = aI.sub(cI);
            DoubleVector otherR = bR.add(dR);
            DoubleVector otherI = bI.add(dI);
            DoubleVector turnedR = bI.sub(dI);
            DoubleVector turnedI = dR.sub(bR);
            sumR.add(otherR).intoArray(re, a);
            sumI.add(otherI).intoArray(im, a);
            put(re, im, b, sumR.sub(otherR), sumI.sub(otherI), at(twiddle[0], j), at(twiddle[1], j));
            put(re, im, c, differenceR.add(turnedR), differenceI.add(turnedI), at(twiddle[2], j), at(twiddle[3], j));
            put(re, im, d, differenceR.sub(turnedR), differenceI.sub(turnedI), at(twiddle[4], j), at(twiddle[5], j));
        }
    }

    private static DoubleVector at(double[] values, int from) {
        return DoubleVector.fromArray(LANES, values, from);
    }

    private static void put(
            double[] re, double[] im, int at, DoubleVector r, DoubleVector i, DoubleVector wr, DoubleVector wi) {
        r.mul(wr).sub(i.mul(wi)).intoArray(re, at);
        r.mul(wi).add(i.mul(wr)).intoArray(im, at);
    }

    @Override
    public void inverse(double[] re, double[] im, int block, double[][] twiddle) {
        int h = twiddle[0].length;
        if (h < WIDTH) {
            scalar.inverse(re, im, block, twiddle);
            return;
        }
        for (int j = 0; j < h; j += WIDTH) {
            int a = block + j;
            int b = a + h;
            int c = b + h;
            int d = c + h;
            DoubleVector aR = at(re, a);
            DoubleVector aI = at(im, a);
            DoubleVector bR = real(at(re, b), at(im, b), at(twiddle[0], j), at(twiddle[1], j));
            DoubleVector bI = imaginary(at(re, b), at(im, b), at(twiddle[0], j), at(twiddle[1], j));
            DoubleVector cR = real(at(re, c), at(im, c), at(twiddle[2], j), at(twiddle[3], j));
            DoubleVector cI = imaginary(at(re, c), at(im, c), at(twiddle[2], j), at(twiddle[3], j));
            DoubleVector dR = real(at(re, d), at(im, d), at(twiddle[4], j), at(twiddle[5], j));
            DoubleVector dI = imaginary(at(re, d), at(im, d), at(twiddle[4], j), at(twiddle[5], j));
            DoubleVector s0R = aR.add(bR);
            DoubleVector s0I = aI.add(bI);
            DoubleVector s1R = aR.sub(bR);
            DoubleVector s1I = aI.sub(bI);
            DoubleVector s2R = cR.add(dR);
            DoubleVector s2I = cI.add(dI);
            DoubleVector s3R = cR.sub(dR);
            DoubleVector s3I = cI.sub(dI);
            s0R.add(s2R).intoArray(re, a);
            s0I.add(s2I).intoArray(im, a);
            s0R.sub(s2R).intoArray(re, c);
            s0I.sub(s2I).intoArray(im, c);
            s1R.sub(s3I).intoArray(re, b);
            s1I.add(s3R).intoArray(im, b);
            s1R.add(s3I).intoArray(re, d);
            s1I.sub(s3R).intoArray(im, d);
        }
    }

    private static DoubleVector real(DoubleVector r, DoubleVector i, DoubleVector wr, DoubleVector wi) {
        return r.mul(wr).add(i.mul(wi));
    }

    private static DoubleVector imaginary(DoubleVector r, DoubleVector i, DoubleVector wr, DoubleVector wi) {
        return i.mul(wr).sub(r.mul(wi));
    }

    @Override
    public void conjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end) {
        for (int j = from; j < end; j += WIDTH) {
            DoubleVector lR = at(left[0], j);
            DoubleVector lI = at(left[1], j);
            DoubleVector rR = at(right[0], j);
            DoubleVector rI = at(right[1], j);
            lR.mul(rR).add(lI.mul(rI)).intoArray(out[0], j);
            lR.mul(rI).sub(lI.mul(rR)).intoArray(out[1], j);
        }
    }

    @Override
    public void addConjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end) {
        for (int j = from; j < end; j += WIDTH) {
            DoubleVector lR = at(left[0], j);
            DoubleVector lI = at(left[1], j);
            DoubleVector rR = at(right[0], j);
            DoubleVector rI = at(right[1], j);
            at(out[0], j).add(lR.mul(rR).add(lI.mul(rI))).intoArray(out[0], j);
            at(out[1], j).add(lR.mul(rI).sub(lI.mul(rR))).intoArray(out[1], j);
        }
    }
}
