package org.novum.tabular;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;

/** Damaged tables of text, plain and compressed. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new TabularConnector();
    }

    @Override
    public List<FuzzSeed> seeds() {
        FuzzSeed commas = FuzzSeed.of("table.csv", table("event,mass,type\n", "%d,%d.25e-3,G%d\r\n"));
        FuzzSeed quoted = FuzzSeed.of("quoted.csv", table("# from a run\nevent,\"mass, GeV\",note\n", "%d,-%d.5,\"a \"\"%d\"\"\nb\"\n"));
        FuzzSeed semicolons = FuzzSeed.of("semicolons.csv", table("\uFEFFn;x;y\n", "%d;%d.5;word %d\n"));
        FuzzSeed tabs = FuzzSeed.of("table.tsv", table("n\tx\ty\n", "%d\t1e%d\tµ%d\n"));
        return List.of(
                commas,
                quoted,
                semicolons,
                tabs,
                commas.packed("table.csv.gz", Tables::gzip),
                quoted.packed("quoted.csv.zst", Tables::zstd),
                tabs.packed("table.tsv.gz", Tables::gzip));
    }

    private static byte[] table(String header, String row) {
        return IntStream.range(0, 40)
                .mapToObj(i -> String.format(row, i, i * 7, i * 31))
                .collect(Collectors.joining("", header, ""))
                .getBytes(StandardCharsets.UTF_8);
    }
}
