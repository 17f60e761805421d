package org.novum.particledecay.scan;

import java.util.List;
import org.novum.statistics.math.StableMath;

/**
 * Where a scan expects a state more than elsewhere, registered before data are opened.
 *
 * <p>The statistic at a place of weight w is q₀ + 2 ln w: the likelihood ratio times the prior. Its global p-value comes from
 * toys through the same weighted scan, so it holds whatever the weights are (a weighted test, Genovese, Roeder and Wasserman
 * 2006, Biometrika 93, 509); good weights gain power at the places named and cost a little elsewhere.
 *
 * @param places windows of mass in GeV
 * @param weight of these places; elsewhere it is 1
 */
public record MassPrior(List<MassWindow> places, double weight) {
    /** Copies the list and checks the weight. */
    public MassPrior {
        places = List.copyOf(places);
        if (!(weight >= 1)) {
            throw new ScanException("mass prior: the weight of its places is " + weight + "; give at least 1");
        }
    }

    /** No place is more likely than another. */
    public static MassPrior flat() {
        return new MassPrior(List.of(), 1);
    }

    /** 2 ln w at the centre of every bin. */
    double[] bonus(MassGrid grid) {
        double[] bonus = new double[grid.bins()];
        double gain = 2 * StableMath.log(weight);
        for (int bin = 0; bin < bonus.length; bin++) {
            double low = grid.edges()[bin];
            double high = grid.edges()[bin + 1];
            // A bin that a place only touches belongs to it: no place falls between bins.
            bonus[bin] = places.stream().anyMatch(place -> place.low() <= high && place.high() >= low) ? gain : 0;
        }
        return bonus;
    }
}
