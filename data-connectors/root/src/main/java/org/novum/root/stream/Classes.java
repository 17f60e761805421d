package org.novum.root.stream;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.novum.root.file.RootFile;
import org.novum.root.file.Source;

/** The classes that a file describes in its streamer information, each in the versions that were written. */
public final class Classes {
    private final Map<String, TreeMap<Integer, List<Element>>> versions = new HashMap<>();

    /** Reads the streamer information of a file; a file without knows no class. */
    public static Classes of(RootFile file, Source source) {
        Classes classes = new Classes();
        file.streamers().ifPresent(key -> {
            String where = source.label() + ", streamer information";
            StreamedObject list = new ObjectReader(key.object(source), key.header(), classes, where).object("TList");
            list.elements().forEach(classes::add);
        });
        return classes;
    }

    private void add(@Nullable StreamedObject info) {
        if (info == null || !info.className().equals("TStreamerInfo")) {
            return; // a list of rules, which only ROOT can run
        }
        List<Element> elements = new ArrayList<>();
        for (StreamedObject element : info.list("fElements")) {
            if (element != null) {
                elements.add(new Element(
                        element.text("fName"),
                        (int) element.integer("fType"),
                        (int) element.integer("fArrayLength"),
                        element.text("fTypeName"),
                        element.text("fCountName"),
                        (int) element.integer("fBaseVersion")));
            }
        }
        versions.computeIfAbsent(info.text("fName"), _ -> new TreeMap<>())
                .put((int) info.integer("fClassVersion"), List.copyOf(elements));
    }

    /**
     * The members of a class in the order in which they are written.
     *
     * @param version that wrote it; of a version that is not described the newest is taken, as for classes that have none
     */
    public Optional<List<Element>> elements(String className, int version) {
        TreeMap<Integer, List<Element>> known = versions.get(className);
        if (known == null) {
            return Optional.empty();
        }
        List<Element> exact = known.get(version);
        return Optional.of(exact != null ? exact : known.lastEntry().getValue());
    }

    /** Whether objects of this version of a class are written as the newest one describes; 0 is a class without versions. */
    boolean isNewest(String className, int version) {
        TreeMap<Integer, List<Element>> known = versions.get(className);
        return known != null && (version <= 0 || known.lastEntry().getValue().equals(known.get(version)));
    }

    /** Whether a class is described. */
    public boolean knows(String className) {
        return versions.containsKey(className);
    }
}
