package org.novum.root.tree;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Scalar;
import org.novum.root.column.Units;
import org.novum.root.file.Limits;
import org.novum.root.file.Source;
import org.novum.root.stream.Classes;
import org.novum.root.stream.Layout;
import org.novum.root.stream.StreamedObject;

/** Makes columns of branches: of each leaf one, and of objects that are written whole one for each number in them. */
final class BranchWalk {
    private final Source source;
    private final Classes classes;
    private final List<RootColumn> columns = new ArrayList<>();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Set<StreamedObject> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    /** Columns by the leaf that they are, for leaves that count others. */
    private final Map<StreamedObject, RootColumn> byLeaf = new IdentityHashMap<>();

    BranchWalk(Source source, Classes classes) {
        this.source = source;
        this.classes = classes;
    }

    List<RootColumn> columns() {
        return columns;
    }

    /** What cannot be read, and why. */
    Map<String, String> unread() {
        return unread;
    }

    void branch(@Nullable StreamedObject branch, int depth) {
        if (branch == null || !seen.add(branch) || depth > Limits.MOST_DEPTH) {
            return; // a branch that a damaged file has in two places is read in the first
        }
        List<@Nullable StreamedObject> inside = branch.list("fBranches");
        if (!inside.isEmpty()) {
            inside.forEach(each -> branch(each, depth + 1));
            return;
        }
        String name = branch.text("fName").replaceFirst("\\.$", "");
        String elsewhere = branch.text("fFileName");
        if (!elsewhere.isEmpty()) {
            leaveOut(name, "its baskets are in another file, " + elsewhere);
            return;
        }
        switch (branch.className()) {
            case "TBranch" -> leaves(branch, name);
            case "TBranchElement" -> element(branch, name);
            default -> leaveOut(name, "its branch is a " + branch.className() + ", which is not read");
        }
    }

    private void leaves(StreamedObject branch, String name) {
        List<StreamedObject> leaves =
                branch.list("fLeaves").stream().filter(Objects::nonNull).map(Objects::requireNonNull).toList();
        if (leaves.size() == 1) {
            StreamedObject leaf = leaves.getFirst();
            form(leaf).ifPresentOrElse(
                    form -> byLeaf.put(leaf, add(name, branch, form)),
                    () -> leaveOut(name, "its leaf is a " + leaf.className() + ", which is not read"));
            return;
        }
        int stride = leaves.stream().mapToInt(BranchWalk::width).sum();
        boolean fixed = leaves.stream().allMatch(leaf -> scalar(leaf).isPresent() && leaf.object("fLeafCount") == null);
        int start = 0;
        for (StreamedObject leaf : leaves) {
            String column = name + "." + leaf.text("fName");
            Optional<Scalar> scalar = scalar(leaf);
            if (!fixed || scalar.isEmpty() || width(leaf) <= 0) {
                leaveOut(column, "its branch has leaves of several kinds, one of them a " + leaf.className()
                        + " of varying length, which is not read");
            } else {
                RowForm form = new RowForm.Fixed(scalar.get(), start, stride, (int) leaf.integer("fLen"));
                byLeaf.put(leaf, add(column, branch, form));
                start += width(leaf);
            }
        }
    }

    /** Bytes of a leaf in a row, or 0 if it has no sensible length. */
    private static int width(StreamedObject leaf) {
        long bytes = leaf.integer("fLen") * scalar(leaf).map(Scalar::width).orElse(0);
        return bytes > 0 && bytes <= 1 << 20 ? (int) bytes : 0;
    }

    private Optional<RowForm> form(StreamedObject leaf) {
        if (leaf.className().equals("TLeafC")) {
            return Optional.of(new RowForm.Text());
        }
        StreamedObject counter = leaf.object("fLeafCount");
        return scalar(leaf).filter(_ -> width(leaf) > 0).map(scalar -> counter == null
                ? new RowForm.Fixed(scalar, 0, width(leaf), (int) leaf.integer("fLen"))
                : new RowForm.Jagged(scalar, (int) leaf.integer("fLen"), byLeaf.get(counter)));
    }

    private static Optional<Scalar> scalar(StreamedObject leaf) {
        boolean unsigned = leaf.integer("fIsUnsigned") != 0;
        return Optional.ofNullable(
                switch (leaf.className()) {
                    case "TLeafB" -> unsigned ? Scalar.UINT8 : Scalar.INT8;
                    case "TLeafS" -> unsigned ? Scalar.UINT16 : Scalar.INT16;
                    case "TLeafI" -> unsigned ? Scalar.UINT32 : Scalar.INT32;
                    case "TLeafL", "TLeafG" -> unsigned ? Scalar.UINT64 : Scalar.INT64;
                    case "TLeafF" -> Scalar.FLOAT32;
                    case "TLeafD" -> Scalar.FLOAT64;
                    case "TLeafO" -> Scalar.BOOL;
                    default -> null;
                });
    }

    /** A branch of an object's member, or of a whole object. */
    private void element(StreamedObject branch, String name) {
        String className = branch.text("fClassName");
        int streamerType = (int) branch.integer("fStreamerType");
        boolean whole = branch.integer("fID") < 0;
        boolean inCollection = branch.integer("fType") == 31 || branch.integer("fType") == 41;
        String type = whole ? className : memberType(branch);
        Optional<Scalar> scalar = Layout.scalar(streamerType);
        if (!whole && inCollection && scalar.isPresent()) {
            add(name, branch, new RowForm.Jagged(scalar.get(), 1, null));
        } else if (!whole && inCollection) {
            leaveOut(name, "its branch holds a " + type + " of " + branch.text("fClonesName") + " in a collection, which is not read");
        } else if (!whole && scalar.isPresent()) {
            add(name, branch, new RowForm.Fixed(scalar.get(), 0, scalar.get().width(), 1));
        } else if (!whole && Layout.scalar(streamerType - 20).isPresent()) {
            array(branch, name, Layout.scalar(streamerType - 20).get());
        } else if (CppTypes.isText(type)) {
            add(name, branch, new RowForm.Text());
        } else {
            collection(branch, name, type);
        }
    }

    private void array(StreamedObject branch, String name, Scalar scalar) {
        long length = branch.list("fLeaves").stream()
                .filter(Objects::nonNull)
                .mapToLong(leaf -> Objects.requireNonNull(leaf).integer("fLen"))
                .sum();
        if (length < 1 || length > 1 << 20) {
            leaveOut(name, "its branch is an array of " + length + " numbers");
        } else {
            add(name, branch, new RowForm.Fixed(scalar, 0, (int) length * scalar.width(), (int) length));
        }
    }

    private void collection(StreamedObject branch, String name, String type) {
        Optional<String> item = CppTypes.itemOf(type);
        Optional<Scalar> scalar = item.flatMap(CppTypes::scalar);
        if (scalar.isPresent()) {
            add(name, branch, new RowForm.Vector(scalar.get()));
            return;
        }
        try {
            Layout layout = Layout.of(classes, item.orElse(type));
            for (int i = 0; i < layout.members().size(); i++) {
                RowForm form = new RowForm.Member(layout, i, item.isPresent() ? type : null);
                add(name + "." + layout.members().get(i).path(), branch, form);
            }
        } catch (Layout.UnreadException e) {
            leaveOut(name, "its branch holds objects of class " + type + ", which is not read: " + e.getMessage());
        }
    }

    private String memberType(StreamedObject branch) {
        int id = (int) branch.integer("fID");
        return classes.elements(branch.text("fClassName"), (int) branch.integer("fClassVersion"))
                .filter(elements -> id < elements.size())
                .map(elements -> elements.get(id).typeName())
                .orElse(branch.text("fClassName"));
    }

    private RootColumn add(String name, StreamedObject branch, RowForm form) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + "_" + i;
        }
        RootColumn column = new BranchColumn(unique, Units.in(branch.text("fTitle")), new Baskets(branch, source), form);
        columns.add(column);
        return column;
    }

    private void leaveOut(String name, String reason) {
        unread.putIfAbsent(name, reason);
    }
}
