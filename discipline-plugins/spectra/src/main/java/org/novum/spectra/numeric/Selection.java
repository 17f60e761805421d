package org.novum.spectra.numeric;

/** Order statistics without sorting (Hoare 1961, Commun. ACM 4, 321). */
public final class Selection {
    private Selection() {}

    /**
     * The median of the first elements, the mean of the middle two where their number is even; their order changes.
     *
     * @param count at least 1
     */
    public static double median(double[] values, int count) {
        int upper = count / 2;
        double high = smallest(values, count, upper);
        if (count % 2 == 1) {
            return high;
        }
        double low = values[0];
        for (int i = 1; i < upper; i++) {
            low = Math.max(low, values[i]);
        }
        return (low + high) / 2;
    }

    /** The element that would stand at a rank, from 0, if the first elements were sorted; their order changes. */
    public static double smallest(double[] values, int count, int rank) {
        int left = 0;
        int right = count - 1;
        while (left < right) {
            double pivot = middle(values[left], values[(left + right) >>> 1], values[right]);
            int i = left;
            int j = right;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    double swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            if (rank <= j) {
                right = j;
            } else if (rank >= i) {
                left = i;
            } else {
                break;
            }
        }
        return values[rank];
    }

    private static double middle(double a, double b, double c) {
        return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
    }
}
