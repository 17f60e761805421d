package org.novum.root;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.novum.api.data.DataException;
import org.novum.root.file.RootFile;
import org.novum.root.ntuple.NtupleReader;
import org.novum.root.tree.TreeReader;

/** Finds the tree or ntuple of a file that is meant. */
final class Trees {
    private Trees() {}

    /**
     * The one that is named, or the only one; of several cycles the newest.
     *
     * @throws DataException naming those that there are
     */
    static RootFile.Item choose(RootPlace place, RootFile file) {
        List<RootFile.Item> tables = file.items().stream()
                .filter(item -> TreeReader.isTree(item.key()) || NtupleReader.isNtuple(item.key()))
                .toList();
        Map<String, RootFile.Item> newest = new LinkedHashMap<>();
        tables.stream()
                .sorted(Comparator.comparingInt(item -> item.key().cycle()))
                .forEach(item -> newest.put(item.path(), item));
        if (place.tree().isPresent()) {
            String wanted = place.tree().get();
            RootFile.Item item = newest.get(wanted);
            return item != null
                    ? item
                    : tables.stream()
                            .filter(each -> wanted.equals(each.path() + ";" + each.key().cycle()))
                            .findFirst()
                            .orElseThrow(() -> missing(place, "there is no tree " + wanted, newest));
        }
        return switch (newest.size()) {
            case 0 -> throw new DataException(
                    place.label(),
                    "there is no tree in it, but " + kinds(file),
                    "name a file with a TTree or an RNTuple");
            case 1 -> newest.values().iterator().next();
            default -> throw missing(place, "it holds several trees", newest);
        };
    }

    private static DataException missing(RootPlace place, String problem, Map<String, RootFile.Item> newest) {
        return new DataException(
                place.label(),
                problem + "; there are " + String.join(", ", newest.keySet()),
                "choose one, as in " + place.label() + "#" + newest.keySet().stream().findFirst().orElse("TREE"));
    }

    private static String kinds(RootFile file) {
        List<String> kinds = file.items().stream()
                .map(item -> item.key().className() + " " + item.path())
                .limit(10)
                .toList();
        return kinds.isEmpty() ? "nothing" : String.join(", ", kinds);
    }
}
