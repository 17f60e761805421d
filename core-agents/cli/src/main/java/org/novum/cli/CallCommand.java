package org.novum.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.novum.api.data.DataSource;
import org.novum.runtime.OperationCall;
import org.novum.runtime.RunEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum call}. */
@Command(
        name = "call",
        mixinStandardHelpOptions = true,
        description = "Call one operation on data. Looking at rows that a study could confirm on is recorded for the"
                + " experiments that have these data, and for those that will.")
final class CallCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "OPERATION", description = "Its name; see: novum list operations.")
    private String operation = "";

    @Option(names = "--in", paramLabel = "URI", arity = "1..*", description = "Data: files, folders with all below them, quoted globs, dataset:NAME; needed unless parameters name the data.")
    private List<String> in = new ArrayList<>();

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Result: .json for documents; .csv, .arrow, .parquet, .vot or .xml (VOTable) for tables; .html for galleries.")
    private Path out = Path.of("");

    @Option(names = "--param", paramLabel = "k=v", description = "A parameter of the operation; lists with commas.")
    private Map<String, String> parameters = new LinkedHashMap<>();

    @Option(names = "--column", paramLabel = "name=column", description = "A column of the operation that is called otherwise in the files.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--unit", paramLabel = "name=unit", description = "Unit of a column in the files, for instance E1=MeV.")
    private Map<String, String> units = new LinkedHashMap<>();

    @Spec
    private CommandSpec spec;

    CallCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    @Override
    public Integer call() {
        Console console = new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
        ResultFile file = new ResultFile(out);
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator(); console) {
            OperationCall call = new OperationCall(workbench.plugins(), environment, console);
            var result = call.call(operation, new DataSource(in, columns, units, Map.of()), parameters);
            file.write(result);
            console.close();
            spec.commandLine().getOut().println("Written: " + out);
        }
        return 0;
    }
}
