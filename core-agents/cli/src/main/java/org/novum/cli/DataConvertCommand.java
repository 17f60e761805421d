package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.ColumnCard;
import org.novum.api.data.DataPart;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.Unit;
import org.novum.votable.QueryStatus;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum data convert}. */
@Command(
        name = "convert",
        mixinStandardHelpOptions = true,
        description = "Write data into a file of another format. Parts with the same columns follow one another, in the order of their names.")
final class DataConvertCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "URI", arity = "1..*", description = "Data: files, folders of spectra or VOTables, quoted globs, dataset:NAME, addresses in archives (sdss:spec-3655-55240-0110).")
    private List<String> uris = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Ends in .csv, .parquet, .arrow, .feather, .vot, .votable or .xml; lists stay lists, in CSV as text.")
    private Path out = Path.of("");

    @Option(names = "--columns", paramLabel = "a,b", description = "Columns to write, in this order (default: all). May be repeated.")
    private List<String> columns = new ArrayList<>();

    @Option(names = "--where", paramLabel = "SQL", defaultValue = "", description = "Only rows for which this condition holds, for instance 'E1 > 20 AND Q1 = -Q2'.")
    private String where = "";

    @Option(names = "--column", paramLabel = "name=column", description = "Another name for a column of the files.")
    private Map<String, String> renamed = new LinkedHashMap<>();

    @Option(names = "--unit", paramLabel = "name=unit", description = "Unit of a column, where the file does not say it.")
    private Map<String, String> units = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    DataConvertCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Conversion.requireFormat(out);
        var environment = workbench.environment();
        try (BufferAllocator allocator = environment.allocator();
                Dataset dataset = Relabelled.of(workbench.plugins().open(DataSource.of(uris.toArray(String[]::new))), renamed, units)) {
            Conversion.Result written = convert(allocator, dataset);
            spec.commandLine().getOut().println(String.format(Locale.ROOT, "Written: %s (%,d rows)", out, written.rows()));
            if (written.rows() == 0) {
                spec.commandLine().getOut().println("  note    no row " + (where.isEmpty() ? "is there" : "fulfils --where"));
            }
            for (DataPart part : dataset.card().parts()) {
                if (QueryStatus.Overflow.isOf(dataset.card(), part)) {
                    spec.commandLine().getOut().println("  note    " + part.name() + ": " + QueryStatus.Overflow.REMARK);
                }
            }
            if (ResultFormat.of(out.getFileName().toString()) == ResultFormat.CSV) {
                tellUnits(written.columns());
            }
        }
        return 0;
    }

    private Conversion.Result convert(BufferAllocator allocator, Dataset dataset) {
        try (SlowProgress progress = new SlowProgress(spec.commandLine().getErr(), SlowProgress.onTerminal())) {
            return new Conversion(columns, where, rows -> progress.at("convert", rows, dataset.card().rows()))
                    .write(allocator, dataset, out);
        }
    }

    private void tellUnits(List<ColumnCard> written) {
        String lost = written.stream()
                .filter(card -> !card.unit().equals(Unit.ONE))
                .map(card -> card.name() + " in " + card.unit().symbol())
                .collect(Collectors.joining(", "));
        if (!lost.isEmpty()) {
            spec.commandLine().getOut().println("CSV has no place for units: " + lost);
        }
    }
}
