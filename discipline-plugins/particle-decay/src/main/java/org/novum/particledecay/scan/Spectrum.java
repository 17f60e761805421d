package org.novum.particledecay.scan;

import java.util.Arrays;
import org.novum.particledecay.kinematics.MassResolution;

/**
 * One mass spectrum to be scanned: what the scan knows of it, and nothing else.
 *
 * @param masses candidate masses in GeV, ascending, one per independent candidate
 * @param window the registered mass window in GeV; masses outside are ignored
 * @param resolution mass resolution up to one scale factor, which the scan varies over its registered widths
 * @param threshold sum of the daughters' rest masses in GeV, below which no candidate can lie; 0 if unknown
 */
public record Spectrum(double[] masses, MassWindow window, MassResolution resolution, double threshold) {

    /** Checks order and finiteness. */
    public Spectrum {
        for (int i = 0; i < masses.length; i++) {
            if (!Double.isFinite(masses[i]) || (i > 0 && masses[i] < masses[i - 1])) {
                throw new ScanException("spectrum: mass " + (i + 1) + " is " + masses[i]
                        + " GeV; masses must be finite and ascending");
            }
        }
    }

    /** Sorts the masses and takes them as they are, over their own range. */
    public static Spectrum of(double[] masses, MassResolution resolution, double threshold) {
        double[] sorted = masses.clone();
        Arrays.sort(sorted);
        if (sorted.length < 2 || !(sorted[sorted.length - 1] > sorted[0])) {
            throw new ScanException("spectrum: " + sorted.length + " masses do not span a window; give a window or more"
                    + " candidates");
        }
        return new Spectrum(sorted, new MassWindow(sorted[0], sorted[sorted.length - 1]), resolution, threshold);
    }

    /** A 64-bit digest of masses and window: toys seeded with it are the same wherever the same data are scanned. */
    public long digest() {
        long digest = mix(Double.doubleToLongBits(window.low()) ^ 0x9E3779B97F4A7C15L);
        digest = mix(digest ^ Double.doubleToLongBits(window.high()));
        for (double mass : masses) {
            digest = mix(digest ^ Double.doubleToLongBits(mass));
        }
        return digest;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
