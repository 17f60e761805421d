package org.novum.root;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.novum.api.data.DataConnector;
import org.novum.pluginsdk.fuzz.FuzzContract;
import org.novum.pluginsdk.fuzz.FuzzSeed;
import org.novum.root.ntuple.WrittenNtuple;
import org.novum.root.written.Out;
import org.novum.root.written.Packing;
import org.novum.root.written.WrittenBranch;
import org.novum.root.written.WrittenBranch.Leaf;
import org.novum.root.written.WrittenFile;

/** Damaged trees and ntuples, of every compression. */
class FuzzTest extends FuzzContract {
    @Override
    public DataConnector connector() {
        return new RootConnector();
    }

    @Override
    protected int some() {
        return 200;
    }

    @Override
    public List<FuzzSeed> seeds() {
        List<FuzzSeed> seeds = new ArrayList<>();
        List<List<Double>> lists = IntStream.range(0, 60)
                .mapToObj(i -> IntStream.range(0, i % 4).mapToObj(each -> each + i / 8.0).toList())
                .toList();
        List<Long> counts = lists.stream().map(list -> (long) list.size()).toList();
        List<String> texts = counts.stream().map(count -> "text ".repeat(count.intValue())).toList();
        for (Packing packing : Packing.values()) {
            seeds.add(tree(new WrittenFile(packing, 25)
                    .tree(
                            "deep/events",
                            WrittenBranch.plain("n", "TLeafI", false, Out::int32, counts),
                            WrittenBranch.jagged("jet", new Leaf("TLeafD", "jet", 1, false, "n"), Out::real64, lists),
                            WrittenBranch.jagged("loose", new Leaf("TLeafD", "loose", 1, false, "n"), Out::real64, lists)
                                    .unplaced(),
                            WrittenBranch.vector("vector", "float", Out::real32, lists),
                            WrittenBranch.texts("text", texts))
                    .bytes()));
            seeds.add(ntuple(WrittenNtuple.sample(packing, WrittenNtuple.Checks.WRITTEN)));
            seeds.add(ntuple(WrittenNtuple.sample(packing, WrittenNtuple.Checks.LEFT_OUT)));
        }
        return seeds;
    }

    private static FuzzSeed tree(byte[] bytes) {
        return FuzzSeed.of("tree.root", bytes);
    }

    private static FuzzSeed ntuple(byte[] bytes) {
        return FuzzSeed.of("ntuple.root", bytes);
    }
}
