package org.novum.spectra.numeric;

/** Plain loops. */
final class ScalarButterflies implements Butterflies {
    @Override
    public void forward(double[] re, double[] im, int block, double[][] twiddle) {
        int h = twiddle[0].length;
        for (int j = 0; j < h; j++) {
            int a = block + j;
            int b = a + h;
            int c = b + h;
            int d = c + h;
            double sumR = re[a] + re[c];
            double sumI = im[a] + im[c];
            double differenceR = re[a] - re[c];
            double differenceI = im[a] - im[c];
            double otherR = re[b] + re[d];
            double otherI = im[b] + im[d];
            double turnedR = im[b] - im[d];
            double turnedI = re[d] - re[b];
            re[a] = sumR + otherR;
            im[a] = sumI + otherI;
            put(re, im, b, sumR - otherR, sumI - otherI, twiddle[0][j], twiddle[1][j]);
            put(re, im, c, differenceR + turnedR, differenceI + turnedI, twiddle[2][j], twiddle[3][j]);
            put(re, im, d, differenceR - turnedR, differenceI - turnedI, twiddle[4][j], twiddle[5][j]);
        }
    }

    private static void put(double[] re, double[] im, int at, double r, double i, double wr, double wi) {
        re[at] = r * wr - i * wi;
        im[at] = r * wi + i * wr;
    }

    @Override
    public void inverse(double[] re, double[] im, int block, double[][] twiddle) {
        int h = twiddle[0].length;
        for (int j = 0; j < h; j++) {
            int a = block + j;
            int b = a + h;
            int c = b + h;
            int d = c + h;
            double bR = re[b] * twiddle[0][j] + im[b] * twiddle[1][j];
            double bI = im[b] * twiddle[0][j] - re[b] * twiddle[1][j];
            double cR = re[c] * twiddle[2][j] + im[c] * twiddle[3][j];
            double cI = im[c] * twiddle[2][j] - re[c] * twiddle[3][j];
            double dR = re[d] * twiddle[4][j] + im[d] * twiddle[5][j];
            double dI = im[d] * twiddle[4][j] - re[d] * twiddle[5][j];
            double s0R = re[a] + bR;
            double s0I = im[a] + bI;
            double s1R = re[a] - bR;
            double s1I = im[a] - bI;
            double s2R = cR + dR;
            double s2I = cI + dI;
            double s3R = cR - dR;
            double s3I = cI - dI;
            re[a] = s0R + s2R;
            im[a] = s0I + s2I;
            re[c] = s0R - s2R;
            im[c] = s0I - s2I;
            re[b] = s1R - s3I;
            im[b] = s1I + s3R;
            re[d] = s1R + s3I;
            im[d] = s1I - s3R;
        }
    }

    @Override
    public void conjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end) {
        for (int i = from; i < end; i++) {
            out[0][i] = left[0][i] * right[0][i] + left[1][i] * right[1][i];
            out[1][i] = left[0][i] * right[1][i] - left[1][i] * right[0][i];
        }
    }

    @Override
    public void addConjugateProduct(double[][] left, double[][] right, double[][] out, int from, int end) {
        for (int i = from; i < end; i++) {
            out[0][i] += left[0][i] * right[0][i] + left[1][i] * right[1][i];
            out[1][i] += left[0][i] * right[1][i] - left[1][i] * right[0][i];
        }
    }
}
