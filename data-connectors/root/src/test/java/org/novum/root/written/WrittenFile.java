package org.novum.root.written;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes ROOT files with trees in directories, in baskets of few rows. */
public final class WrittenFile {
    private static final int BEGIN = 100;
    private static final int KEY = 26;
    private static final int BASKET = 19;

    private final Packing packing;
    private final int basketRows;
    private final Out out = Out.big();
    /** Keys of each directory, the top one without a name. */
    private final Map<String, List<byte[]>> keys = new LinkedHashMap<>();

    /**
     * @param packing of baskets and trees
     * @param basketRows rows of a basket at most
     */
    public WrittenFile(Packing packing, int basketRows) {
        this.packing = packing;
        this.basketRows = basketRows;
        out.raw(new byte[BEGIN]);
        out.raw(key("TFile", "test.root", "", new Size(0, 0, 1, BEGIN)));
        out.text("test.root").text("");
        keys.put("", new ArrayList<>());
        directory = out.size();
        out.raw(new byte[30]);
    }

    private final int directory;

    /** Sizes and place of a record. */
    private record Size(int packed, int plain, int cycle, long seek) {}

    /** Adds a tree; a name may have a directory before it. */
    public WrittenFile tree(String path, WrittenBranch... branches) {
        return tree(path, 1, branches);
    }

    /** Adds one version of a tree. */
    public WrittenFile tree(String path, int cycle, WrittenBranch... branches) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        List<List<long[]>> baskets = new ArrayList<>();
        for (WrittenBranch branch : branches) {
            baskets.add(baskets(branch, name));
        }
        byte[] tree = new TreeObject(name, KEY + 8 + name.length()).bytes(List.of(branches), baskets);
        add(path, "TTree", cycle, tree);
        return this;
    }

    /** Adds any object. */
    public WrittenFile add(String path, String className, int cycle, byte[] object) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        byte[] packed = packing.pack(object);
        byte[] key = key(className, name, "", new Size(packed.length, object.length, cycle, out.size()));
        out.raw(key).raw(packed);
        keys.computeIfAbsent(slash < 0 ? "" : path.substring(0, slash), _ -> new ArrayList<>()).add(key);
        return this;
    }

    /** Adds bytes that no key leads to, as ntuples have them. */
    public long append(byte[] bytes) {
        long at = out.size();
        out.raw(bytes);
        return at;
    }

    private List<long[]> baskets(WrittenBranch branch, String tree) {
        List<long[]> baskets = new ArrayList<>();
        for (int first = 0; first < branch.rows().size(); first += basketRows) {
            List<byte[]> rows = branch.rows().subList(first, Math.min(branch.rows().size(), first + basketRows));
            int header = KEY + 3 + "TBasket".length() + branch.name().length() + tree.length() + BASKET;
            Out content = Out.big();
            Out places = Out.big().int32(rows.size() + 1);
            for (byte[] row : rows) {
                places.int32(header + content.size());
                content.raw(row);
            }
            places.int32(0);
            int last = header + content.size();
            if (branch.placed()) {
                content.raw(places.bytes());
            }
            byte[] packed = packing.pack(content.bytes());
            long seek = out.size();
            byte[] key = key("TBasket", branch.name(), tree, new Size(packed.length + BASKET, content.size(), 0, seek));
            Out whole = Out.big().raw(key);
            whole.int16(3).int32(32_000).int32(1000).int32(rows.size()).int32(last).int8(branch.placed() ? 1 : 0);
            byte[] head = whole.bytes();
            head[14] = (byte) (header >> 8);
            head[15] = (byte) header;
            out.raw(head).raw(packed);
            baskets.add(new long[] {seek, head.length + packed.length, first});
        }
        return baskets;
    }

    private static byte[] key(String className, String name, String title, Size size) {
        int header = KEY + 3 + className.length() + name.length() + title.length();
        return Out.big()
                .int32(header + size.packed)
                .int16(4)
                .int32(size.plain)
                .int32(0)
                .int16(header)
                .int16(size.cycle)
                .int32(size.seek)
                .int32(BEGIN)
                .text(className)
                .text(name)
                .text(title)
                .bytes();
    }

    /** The file. */
    public byte[] bytes() {
        byte[] streamers = Streamers.bytes();
        byte[] packed = packing.pack(streamers);
        long info = out.size();
        byte[] infoKey = key("TList", "StreamerInfo", "", new Size(packed.length, streamers.length, 1, info));
        out.raw(infoKey).raw(packed);
        Map<String, Integer> places = new HashMap<>();
        keys.forEach((path, list) -> {
            if (!path.isEmpty()) {
                int seek = out.size();
                byte[] key = key("TDirectoryFile", path, "", new Size(30, 30, 1, seek));
                out.raw(key);
                places.put(path, out.size());
                out.raw(new byte[30]);
                keys.getOrDefault("", List.of()).add(key);
            }
        });
        places.put("", directory);
        keys.forEach((path, list) -> {
            Out content = Out.big().int32(list.size());
            list.forEach(content::raw);
            long seek = out.size();
            byte[] key = key("TFile", "test.root", "", new Size(content.size(), content.size(), 1, seek));
            out.raw(key).raw(content.bytes());
            int at = places.getOrDefault(path, 0);
            out.patch32(at, 5 << 16).patch32(at + 10, key.length + content.size()).patch32(at + 26, seek);
        });
        out.patch32(0, 'r' << 24 | 'o' << 16 | 'o' << 8 | 't').patch32(4, 62_400).patch32(8, BEGIN);
        out.patch32(12, out.size()).patch32(24, 1).patch32(28, directory - BEGIN);
        out.patch32(37, info).patch32(41, infoKey.length + packed.length);
        byte[] bytes = out.bytes();
        bytes[32] = 4;
        return bytes;
    }
}
