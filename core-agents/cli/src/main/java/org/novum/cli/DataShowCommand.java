package org.novum.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Batches;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.votable.QueryStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum data show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show columns, units, rows, origin and digest of data, and their first rows.")
final class DataShowCommand implements Callable<Integer> {
    private static final int WIDTH = 24;
    private static final String PROBLEM = "problem";

    private final Workbench workbench;

    @Parameters(paramLabel = "URI", arity = "1..*", description = "Data: files, folders of spectra or VOTables, quoted globs, dataset:NAME, addresses in archives (sdss:spec-3655-55240-0110).")
    private List<String> uris = new ArrayList<>();

    @Option(names = "--rows", paramLabel = "N", defaultValue = "5", description = "First rows to show (default ${DEFAULT-VALUE}).")
    private int rows = 5;

    @Option(names = "--unit", paramLabel = "name=unit", description = "Unit of a column, where the file does not say it.")
    private Map<String, String> units = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    DataShowCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        if (rows < 0) {
            throw new NovumException(ExitCode.USAGE, "--rows " + rows + ": name how many, from 0 on");
        }
        PrintWriter out = spec.commandLine().getOut();
        var environment = workbench.environment();
        try (BufferAllocator allocator = environment.allocator();
                Dataset dataset = Relabelled.of(workbench.plugins().open(DataSource.of(uris.toArray(String[]::new))), Map.of(), units)) {
            for (DataPart part : dataset.card().parts()) {
                out.println(Printable.line(part.name()));
                out.println("  from    " + Printable.line(part.uri()));
                out.println("  SHA-256 " + part.sha256());
                out.println(String.format(Locale.ROOT, "  rows    %,d", part.rows()));
                if (QueryStatus.Overflow.isOf(dataset.card(), part)) {
                    out.println("  note    " + QueryStatus.Overflow.REMARK);
                }
                columns(out, part);
                first(out, allocator, dataset, part);
            }
        }
        return 0;
    }

    private static void columns(PrintWriter out, DataPart part) {
        out.println("  columns");
        int wide = part.columns().stream().mapToInt(column -> Printable.line(column.name()).length()).max().orElse(0);
        for (ColumnCard column : part.columns()) {
            String name = Printable.line(column.name());
            out.println(("    " + name + " ".repeat(wide - name.length()) + "  "
                            + column.type().name().toLowerCase(Locale.ROOT).replace("_list", " list") + "  "
                            + (column.unit().symbol().equals("1") ? "" : Printable.line(column.unit().symbol())))
                    .stripTrailing());
        }
    }

    private void first(PrintWriter out, BufferAllocator allocator, Dataset dataset, DataPart part) {
        if (rows <= 0) {
            return;
        }
        List<String> names = part.columns().stream().map(ColumnCard::name).toList();
        List<List<String>> table = new ArrayList<>(List.of(names.stream().map(Printable::line).toList()));
        try (Batches batches = dataset.read(allocator, part.name(), names)) {
            while (table.size() <= rows && batches.next()) {
                VectorSchemaRoot root = batches.root();
                for (int row = 0; row < root.getRowCount() && table.size() <= rows; row++) {
                    int each = row;
                    table.add(root.getFieldVectors().stream().map(vector -> text(vector, each)).toList());
                }
            }
        }
        out.println("  first rows");
        int[] width = new int[names.size()];
        table.forEach(row -> {
            for (int i = 0; i < width.length; i++) {
                width[i] = Math.max(width[i], row.get(i).length());
            }
        });
        for (List<String> row : table) {
            StringBuilder line = new StringBuilder("   ");
            for (int i = 0; i < width.length; i++) {
                line.append(' ').append(row.get(i)).append(" ".repeat(width[i] - row.get(i).length())).append(' ');
            }
            out.println(line.toString().stripTrailing());
        }
    }

    private static String text(FieldVector vector, int row) {
        String text = vector.isNull(row) ? "–" : Printable.line(String.valueOf(vector.getObject(row)));
        boolean whole = text.length() <= WIDTH || vector.getName().equals(PROBLEM); // why a row has no values is read to the end
        return whole ? text : text.substring(0, WIDTH - 1) + "…";
    }
}
