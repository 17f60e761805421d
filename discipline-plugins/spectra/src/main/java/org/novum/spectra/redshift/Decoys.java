package org.novum.spectra.redshift;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.novum.spectra.spectrum.Decoy;
import org.novum.spectra.spectrum.GridSpectrum;

/** Answers for the decoys of a spectrum. */
public final class Decoys {
    private Decoys() {}

    /**
     * As many answers as decoys; always the same for one place.
     *
     * @param place where the spectrum is from
     * @param count of decoys
     */
    public static List<Redshift> answers(RedshiftPipeline pipeline, GridSpectrum spectrum, String place, int count) {
        SplittableRandom random = new SplittableRandom(hash(place));
        return IntStream.range(0, count)
                .mapToObj(_ -> pipeline.redshift(Decoy.of(spectrum, random.split())))
                .toList();
    }

    /** FNV-1a: the same on every machine. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (byte value : text.getBytes(StandardCharsets.UTF_8)) {
            hash = (hash ^ (value & 0xff)) * 0x100000001b3L;
        }
        return hash;
    }
}
