package org.novum.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationSchema;
import org.novum.archives.CatalogueEntry;
import org.novum.runtime.Plugins;
import org.novum.runtime.study.StudyReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "List what is installed and shipped.")
final class ListCommand implements Callable<Integer> {
    private final Workbench workbench;

    @Parameters(paramLabel = "WHAT", description = "One of ${COMPLETION-CANDIDATES}.")
    private What what = What.STUDIES;

    @Spec
    private CommandSpec spec;

    ListCommand(Workbench workbench) {
        this.workbench = workbench;
    }

    /** What can be listed. */
    enum What {
        DISCIPLINES,
        OPERATIONS,
        CONNECTORS,
        DATASETS,
        STUDIES;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        switch (what) {
            case DISCIPLINES -> disciplines(out);
            case OPERATIONS -> operations(out);
            case CONNECTORS -> connectors(out);
            case DATASETS -> datasets(out);
            case STUDIES -> studies(out);
        }
        return 0;
    }

    private void disciplines(PrintWriter out) {
        for (var discipline : workbench.plugins().disciplines()) {
            entry(out, discipline.card().name(), discipline.card().summary());
            discipline.card().optionsSchema().forEach(option -> detail(out, "options." + option.name(), option.meaning()));
        }
    }

    private void operations(PrintWriter out) {
        Plugins plugins = workbench.plugins();
        for (var discipline : plugins.disciplines()) {
            for (Operation<?> operation : discipline.operations()) {
                entry(out, operation.card().name(), operation.card().summary() + " Gives " + operation.card().result());
                OperationSchema.of(operation).path("properties").properties().forEach(parameter -> detail(
                        out, "--param " + parameter.getKey(), parameter.getValue().path("description").asText()));
            }
        }
    }

    private void connectors(PrintWriter out) {
        for (var connector : workbench.plugins().connectors()) {
            entry(
                    out,
                    connector.card().name(),
                    connector.card().summary() + " Schemes " + new TreeSet<>(connector.card().schemes()) + ", endings "
                            + new TreeSet<>(connector.card().endings()) + ", can "
                            + new TreeSet<>(connector.card().capabilities()));
        }
    }

    private void datasets(PrintWriter out) {
        for (CatalogueEntry entry : workbench.catalogue().entries()) {
            entry(
                    out,
                    entry.name(),
                    String.format(Locale.ROOT, "%s (%,d kB, %s)", entry.title(), entry.bytes() / 1000, entry.licence()));
        }
    }

    private void studies(PrintWriter out) {
        List<String> names = Examples.names();
        for (String name : names) {
            entry(out, name, new StudyReader().read(Examples.study(name), List.of()).question());
        }
    }

    private static void entry(PrintWriter out, String name, String text) {
        out.println(String.format(Locale.ROOT, "%-28s %s", name, text));
    }

    private static void detail(PrintWriter out, String name, String text) {
        out.println(String.format(Locale.ROOT, "  %-26s %s", name, text));
    }
}
