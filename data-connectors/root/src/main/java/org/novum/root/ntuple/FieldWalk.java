package org.novum.root.ntuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.root.column.RootColumn;
import org.novum.root.column.Scalar;
import org.novum.root.column.Units;
import org.novum.root.file.Limits;

/** Makes columns of fields: of each number one, those of collections as lists. */
final class FieldWalk {
    private static final int MOST_REPEATED = 1 << 20;

    private final Pool pool;
    private final long rows;
    private final Map<Long, List<Schema.Field>> children = new LinkedHashMap<>();
    private final Map<Long, List<Integer>> columnsOf = new LinkedHashMap<>();
    private final List<RootColumn> columns = new ArrayList<>();
    private final Map<String, String> unread = new LinkedHashMap<>();
    private final Set<String> names = new HashSet<>();

    FieldWalk(Pool pool, long rows) {
        this.pool = pool;
        this.rows = rows;
        Schema schema = pool.schema();
        for (Schema.Field field : schema.fields()) {
            children.computeIfAbsent(field.parent() == field.id() ? -1 : field.parent(), _ -> new ArrayList<>()).add(field);
        }
        for (int id = 0; id < schema.columns().size(); id++) {
            columnsOf.computeIfAbsent(schema.columns().get(id).field(), _ -> new ArrayList<>()).add(id);
        }
        for (Schema.Alias alias : schema.aliases()) {
            if (alias.column() < schema.columns().size()) {
                columnsOf.computeIfAbsent(alias.field(), _ -> new ArrayList<>()).add((int) alias.column());
            }
        }
        children.getOrDefault(-1L, List.of()).forEach(field -> field(field, new Path(field.name(), List.of(), 1, false, 0)));
    }

    List<RootColumn> columns() {
        return columns;
    }

    /** What cannot be read, and why. */
    Map<String, String> unread() {
        return unread;
    }

    /**
     * The way down to a field.
     *
     * @param name of the column so far
     * @param ends columns that end the collection it is in, or none
     * @param each how often it is in each entry, or in each element of the collection
     * @param array whether fixed arrays are on the way
     * @param depth of fields
     */
    private record Path(String name, List<Integer> ends, int each, boolean array, int depth) {
        Path into(Schema.Field child) {
            boolean nameless = child.name().startsWith("_") || child.name().startsWith(":");
            return new Path(nameless ? name : name + "." + child.name(), ends, each, array, depth + 1);
        }

        Path member(Schema.Field child) {
            return new Path(
                    child.name().startsWith(":") ? name : name + "." + child.name(), ends, each, array, depth + 1);
        }

        Path ended(List<Integer> by) {
            return new Path(name, by, each, array, depth);
        }

        Path repeated(int times) {
            return new Path(name, ends, times, true, depth);
        }
    }

    private void field(Schema.Field field, Path path) {
        if (path.depth > Limits.MOST_DEPTH) {
            leaveOut(path, "it is too deep");
            return;
        }
        List<Schema.Field> inside = children.getOrDefault((long) field.id(), List.of());
        List<Integer> own = columnsOf.getOrDefault((long) field.id(), List.of());
        if (field.repeated() != 0) {
            long times = field.repeated() < 1 || field.repeated() > MOST_REPEATED ? -1 : path.each * field.repeated();
            if (times < 1 || times > MOST_REPEATED) {
                leaveOut(path, "its " + field.type() + " is an array of " + field.repeated() + " elements");
            } else if (own.isEmpty()) {
                Path repeated = path.repeated((int) times);
                inside.forEach(child -> field(child, repeated.into(child)));
            } else {
                leaf(field, own, path.repeated((int) times));
            }
            return;
        }
        switch (field.role()) {
            case LEAF -> {
                if (own.isEmpty()) {
                    inside.forEach(child -> field(child, path.into(child)));
                } else {
                    leaf(field, own, path);
                }
            }
            case RECORD -> inside.forEach(child -> field(child, path.member(child)));
            case COLLECTION -> collection(field, path, inside, own);
            case VARIANT -> leaveOut(path, "it is a " + field.type() + ", which is not read");
            case STREAMED -> leaveOut(
                    path, "it holds objects of class " + field.type() + " written by ROOT's streamer, which is not read");
            case UNKNOWN -> leaveOut(path, "its kind is of a newer format than RNTuple 1.0");
        }
    }

    private void collection(Schema.Field field, Path path, List<Schema.Field> inside, List<Integer> own) {
        if (!path.ends.isEmpty() || path.array) {
            leaveOut(path, "it is a " + field.type() + " inside a collection or array, which is not read");
        } else if (own.isEmpty() || !own.stream().allMatch(this::isIndex)) {
            leaveOut(path, "its " + field.type() + " has no column that ends it");
        } else {
            inside.forEach(child -> field(child, path.ended(own).into(child)));
        }
    }

    private void leaf(Schema.Field field, List<Integer> own, Path path) {
        List<Integer> indices = own.stream().filter(this::isIndex).toList();
        List<Integer> values = own.stream().filter(id -> !isIndex(id)).toList();
        Optional<Scalar> scalar = values.stream()
                .findFirst()
                .flatMap(id -> PageDecoder.scalar(pool.schema().columns().get(id).type()));
        if (!indices.isEmpty() && (!path.ends.isEmpty() || path.array)) {
            leaveOut(path, "it is a " + field.type() + " inside a collection or array, which is not read");
        } else if (!indices.isEmpty() && values.isEmpty()) {
            add(field, path, new NtupleColumn.Shape.Lengths(indices));
        } else if (!indices.isEmpty() && field.type().contains("string")) {
            add(field, path, new NtupleColumn.Shape.Text(indices, values));
        } else if (indices.isEmpty() && scalar.isPresent()) {
            add(
                    field,
                    path,
                    path.ends.isEmpty()
                            ? new NtupleColumn.Shape.Plain(values, scalar.get(), path.each, path.array)
                            : new NtupleColumn.Shape.Collection(path.ends, values, scalar.get(), path.each));
        } else {
            leaveOut(path, "it is a " + field.type() + " in columns of a kind that is not read");
        }
    }

    private boolean isIndex(int column) {
        return PageDecoder.isIndex(pool.schema().columns().get(column).type());
    }

    private void add(Schema.Field field, Path path, NtupleColumn.Shape shape) {
        String unique = path.name;
        for (int i = 2; !names.add(unique); i++) {
            unique = path.name + "_" + i;
        }
        columns.add(new NtupleColumn(unique, Units.in(field.description()), rows, pool, shape));
    }

    private void leaveOut(Path path, String reason) {
        unread.putIfAbsent(path.name, reason);
    }
}
