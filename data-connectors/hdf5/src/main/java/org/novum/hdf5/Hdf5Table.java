package org.novum.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.novum.api.data.ColumnType;
import org.novum.api.data.DataException;

/**
 * A table in a file.
 *
 * @param path of the group or compound dataset
 * @param rows that it has
 * @param columns of a group in the order of their names, as HDF5 lists them; of a compound dataset in its order
 */
record Hdf5Table(String path, long rows, List<Column> columns) {
    /** How deep groups are looked into. */
    private static final int DEEPEST = 16;

    /** How many groups are looked into, so that a damaged file does not keep anybody for long. */
    private static final int MOST_GROUPS = 10_000;

    /**
     * A column.
     *
     * @param name of the dataset, or of the member of a compound one
     * @param type of its values
     * @param unit symbol, or empty if the file states none
     * @param packing of the values in the file
     */
    record Column(String name, ColumnType type, String unit, Packing packing) {}

    /**
     * Finds a table.
     *
     * @param label what messages call the file
     * @param wanted path of the group or dataset, or empty for the only one
     * @throws DataException if there is none, or several and none is wanted
     */
    static Hdf5Table in(HdfFile file, String label, String wanted) {
        if (!wanted.isEmpty()) {
            String path = wanted.startsWith("/") ? wanted : "/" + wanted;
            return of(node(file, label, path))
                    .orElseThrow(() -> new DataException(
                            label + "#" + path,
                            "it is no table: neither equally long datasets nor a compound one",
                            "choose one of " + paths(file)));
        }
        List<Hdf5Table> all = all(file);
        if (all.size() == 1) {
            return all.getFirst();
        }
        throw new DataException(
                label,
                all.isEmpty() ? "it holds no table" : "it holds " + all.size() + " tables",
                all.isEmpty() ? "name another file" : "choose one with #: " + paths(file));
    }

    private static List<String> paths(HdfFile file) {
        return all(file).stream().map(Hdf5Table::path).toList();
    }

    private static Node node(HdfFile file, String label, String path) {
        if (path.equals("/")) {
            return file;
        }
        try {
            return file.getByPath(path);
        } catch (RuntimeException missing) {
            throw new DataException(label + "#" + path, "there is no such group or dataset", "choose one of " + paths(file), missing);
        }
    }

    private static List<Hdf5Table> all(HdfFile file) {
        List<Hdf5Table> found = new ArrayList<>();
        look(file, 0, new Found(found, new HashSet<>()));
        return found;
    }

    /**
     * What was seen.
     *
     * @param tables that were found
     * @param groups addresses of those that were looked into: a hard link may lead back to where it began, and several to one
     */
    private record Found(List<Hdf5Table> tables, Set<Long> groups) {}

    private static void look(Group group, int depth, Found found) {
        if (!found.groups.add(group.getAddress()) || found.groups.size() > MOST_GROUPS) {
            return;
        }
        of(group).ifPresent(found.tables::add);
        for (Node child : byName(group)) {
            if (child.isLink()) {
                continue;
            }
            if (child instanceof Group inner && depth < DEEPEST) {
                look(inner, depth + 1, found);
            } else if (child instanceof Dataset dataset && dataset.isCompound()) {
                of(dataset).ifPresent(found.tables::add);
            }
        }
    }

    private static List<Node> byName(Group group) {
        return group.getChildren().values().stream().sorted(Comparator.comparing(Node::getName)).toList();
    }

    /** Without the slash at the end that groups have; the root is a slash. */
    private static String path(Node node) {
        String path = node.getPath().replaceAll("/+$", "");
        return path.isEmpty() ? "/" : path;
    }

    private static Optional<Hdf5Table> of(Node node) {
        return switch (node) {
            case Dataset dataset when dataset.isCompound() -> compound(dataset);
            case Group group -> group(group);
            default -> Optional.empty();
        };
    }

    private static Optional<Hdf5Table> compound(Dataset dataset) {
        if (dataset.getDimensionsAsLong().length != 1 || dataset.isEmpty()) {
            return Optional.empty();
        }
        Declared.require(dataset);
        List<Column> columns = new ArrayList<>();
        if (dataset.getData(new long[] {0}, new int[] {1}) instanceof Map<?, ?> members) {
            members.forEach((name, values) ->
                    Values.type(values).ifPresent(type -> columns.add(new Column(name.toString(), type, "", Packing.NONE))));
        }
        return columns.isEmpty()
                ? Optional.empty()
                : Optional.of(new Hdf5Table(path(dataset), dataset.getDimensionsAsLong()[0], columns));
    }

    /** All datasets of one or two dimensions, if they have the same rows; others are no columns. */
    private static Optional<Hdf5Table> group(Group group) {
        List<Column> columns = new ArrayList<>();
        long rows = -1;
        for (Node child : byName(group)) {
            if (!(child instanceof Dataset dataset) || dataset.isCompound() || dataset.isScalar() || dataset.isEmpty()) {
                continue;
            }
            long[] shape = dataset.getDimensionsAsLong();
            Optional<ColumnType> type = shape.length <= 2 ? Values.type(dataset.getDataType(), shape.length) : Optional.empty();
            if (type.isEmpty()) {
                continue;
            }
            if (rows >= 0 && rows != shape[0]) {
                return Optional.empty();
            }
            Declared.require(dataset);
            rows = shape[0];
            Packing packing = Packing.of(dataset);
            columns.add(new Column(dataset.getName(), packing.of(type.get()), unit(dataset), packing));
        }
        return columns.isEmpty() ? Optional.empty() : Optional.of(new Hdf5Table(path(group), rows, columns));
    }

    private static String unit(Dataset dataset) {
        for (String name : List.of("units", "unit", "UNIT")) {
            Attribute attribute = dataset.getAttribute(name);
            if (attribute != null && attribute.getData() instanceof String unit) {
                return unit.strip();
            }
        }
        return "";
    }
}
