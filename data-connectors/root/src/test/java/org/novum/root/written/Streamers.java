package org.novum.root.written;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The streamer information of the classes that {@link WrittenFile} writes: fewer members than ROOT's own have. */
final class Streamers {
    private static final Map<String, List<Member>> CLASSES = new LinkedHashMap<>();

    /** A member; {@code counter} names the one that counts an array. */
    private record Member(String name, int type, String typeName, String counter) {}

    static {
        Member named = new Member("TNamed", 67, "BASE", "");
        Member leaf = new Member("TLeaf", 0, "BASE", "");
        CLASSES.put("TTree", List.of(named, number("fEntries", 16), list("fBranches")));
        CLASSES.put(
                "TBranch",
                List.of(
                        named,
                        number("fWriteBasket", 3),
                        number("fMaxBaskets", 6),
                        number("fEntries", 16),
                        list("fBranches"),
                        list("fLeaves"),
                        list("fBaskets"),
                        new Member("fBasketBytes", 43, "int*", "fMaxBaskets"),
                        new Member("fBasketEntry", 56, "Long64_t*", "fMaxBaskets"),
                        new Member("fBasketSeek", 56, "Long64_t*", "fMaxBaskets"),
                        new Member("fFileName", 65, "TString", "")));
        CLASSES.put(
                "TBranchElement",
                List.of(
                        new Member("TBranch", 0, "BASE", ""),
                        new Member("fClassName", 65, "TString", ""),
                        number("fID", 3),
                        number("fType", 3),
                        number("fStreamerType", 3)));
        CLASSES.put(
                "TLeaf",
                List.of(
                        named,
                        number("fLen", 3),
                        number("fIsUnsigned", 18),
                        new Member("fLeafCount", 64, "TLeaf*", "")));
        for (String kind : List.of("B", "S", "I", "L", "F", "D", "O", "C", "Element", "F16")) {
            CLASSES.put("TLeaf" + kind, List.of(leaf));
        }
    }

    private Streamers() {}

    private static Member number(String name, int type) {
        return new Member(name, type, "number", "");
    }

    private static Member list(String name) {
        return new Member(name, 61, "TObjArray", "");
    }

    static byte[] bytes() {
        Out out = Out.big();
        int list = out.begin(5);
        out.int16(1).int32(0).int32(0x0200_0000).text("").int32(CLASSES.size());
        CLASSES.forEach((name, members) -> {
            int pointer = out.beginPointer("TStreamerInfo");
            int info = out.begin(9);
            out.named(name, "").int32(0).int32(1);
            int array = out.beginPointer("TObjArray");
            int content = out.begin(3);
            out.int16(1).int32(0).int32(0x0200_0000).text("").int32(members.size()).int32(0);
            members.forEach(member -> element(out, member));
            out.end(content).end(array).end(info).end(pointer).int8(0);
        });
        return out.end(list).bytes();
    }

    private static void element(Out out, Member member) {
        String className = member.typeName.equals("BASE")
                ? "TStreamerBase"
                : member.counter.isEmpty() ? "TStreamerBasicType" : "TStreamerBasicPointer";
        int pointer = out.beginPointer(className);
        int outer = out.begin(3);
        int inner = out.begin(4);
        out.named(member.name, "").int32(member.type).int32(0).int32(0).int32(0);
        out.raw(new byte[20]).text(member.typeName).end(inner);
        if (member.typeName.equals("BASE")) {
            out.int32(1);
        } else if (!member.counter.isEmpty()) {
            out.int32(1).text(member.counter).text("TBranch");
        }
        out.end(outer).end(pointer);
    }
}
