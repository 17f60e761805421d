package org.novum.root.written;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The object of a tree with its branches and leaves. */
final class TreeObject {
    private final Out out = Out.big();
    private final String name;
    private final int header;
    private final Map<String, Integer> leaves = new HashMap<>();

    /** @param header bytes of the tree's key, from which references count */
    TreeObject(String name, int header) {
        this.name = name;
        this.header = header;
    }

    byte[] bytes(List<WrittenBranch> branches, List<List<long[]>> baskets) {
        int tree = out.begin(1);
        out.named(name, "");
        out.int64(branches.isEmpty() ? 0 : branches.getFirst().rows().size());
        int list = beginList(branches.size());
        for (int i = 0; i < branches.size(); i++) {
            branch(branches.get(i), baskets.get(i));
        }
        return out.end(list).end(tree).bytes();
    }

    private int beginList(int size) {
        int list = out.begin(3);
        out.int16(1).int32(0).int32(0x0200_0000).text("").int32(size).int32(0);
        return list;
    }

    private void branch(WrittenBranch branch, List<long[]> baskets) {
        boolean element = !branch.element().className().isEmpty();
        int pointer = out.beginPointer(element ? "TBranchElement" : "TBranch");
        int outer = element ? out.begin(1) : -1;
        int inner = out.begin(1);
        int room = baskets.size() + 1;
        out.named(branch.name(), branch.title()).int32(baskets.size()).int32(room).int64(branch.rows().size());
        out.end(beginList(0));
        int list = beginList(branch.leaves().size());
        branch.leaves().forEach(leaf -> leaf(branch, leaf));
        out.end(list);
        out.end(beginList(0));
        out.int8(1);
        baskets.forEach(basket -> out.int32(basket[1]));
        out.int32(0).int8(1);
        baskets.forEach(basket -> out.int64(basket[2]));
        out.int64(branch.rows().size()).int8(1);
        baskets.forEach(basket -> out.int64(basket[0]));
        out.int64(0).text("").end(inner);
        if (element) {
            WrittenBranch.Element says = branch.element();
            out.text(says.className()).int32(says.id()).int32(says.type()).int32(says.streamerType()).end(outer);
        }
        out.end(pointer);
    }

    private void leaf(WrittenBranch branch, WrittenBranch.Leaf leaf) {
        int pointer = out.beginPointer(leaf.className());
        leaves.put(branch.name(), header + pointer + 2);
        int outer = out.begin(1);
        int inner = out.begin(1);
        out.named(leaf.name(), leaf.name()).int32(leaf.length()).int8(leaf.unsigned() ? 1 : 0);
        out.int32(leaf.counter().isEmpty() ? 0 : leaves.getOrDefault(leaf.counter(), 0));
        out.end(inner).end(outer).end(pointer);
    }
}
