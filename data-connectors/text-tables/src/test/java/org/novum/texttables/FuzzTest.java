package org.novum.texttables;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged files of each format. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new TextTablesConnector();
    }

    @Override
    public List<FuzzSeed> seeds() {
        FuzzSeed blanks = seed(
                "blanks.txt",
                IntStream.range(0, 30).mapToObj(i -> i + " " + i * 7 + ".25e-3 \"G " + i + "\" NaN\n")
                        .collect(Collectors.joining("", "# a remark\n# n x name y\n", "")));
        FuzzSeed enhanced = seed("enhanced.ecsv", Written.ENHANCED);
        String spaced = Written.ENHANCED.replaceFirst("# delimiter.*\n", "")
                .replaceAll("(?m)^[^#].*$", "1 2 3 T a \"[1]\" \"[1,2,3,4]\" b")
                .replaceFirst("1 2 3 T .*\n", "wave n half ok label list box any\n");
        return List.of(
                blanks,
                enhanced,
                seed("spaced.ecsv", spaced),
                seed("parameters.par", Written.PARAMETERS),
                seed("summary.txt", Written.SUMMARY),
                seed("particles.txt", Written.PARTICLES),
                blanks.packed("blanks.dat.gz", Written::gzip),
                enhanced.packed("enhanced.ecsv.gz", Written::gzip));
    }

    private static FuzzSeed seed(String name, String text) {
        return FuzzSeed.of(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
