package org.novum.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.literature.Librarian;
import org.novum.api.literature.Library;
import org.novum.api.literature.Passage;
import org.novum.api.literature.Work;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code novum literature}. */
@Command(
        name = "literature",
        mixinStandardHelpOptions = true,
        description = "Find the passages of papers and abstracts (.pdf, .txt, .md, .bib) that are nearest to a question in"
                + " meaning. Nothing leaves this machine.")
final class LiteratureCommand implements Callable<Integer> {
    private static final int SHOWN = 400;

    @Parameters(index = "0", paramLabel = "FOLDER", description = "With the papers, and folders below it.")
    private Path folder = Path.of("");

    @Parameters(index = "1", paramLabel = "QUESTION", description = "In words.")
    private String question = "";

    @Option(names = "--most", paramLabel = "N", defaultValue = "5", description = "Passages to show (default ${DEFAULT-VALUE}).")
    private int most = 5;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Library library = librarian().read(folder)) {
            library.problems().forEach(problem -> spec.commandLine().getErr().println("  left out: " + problem));
            Map<String, Work> works = new TreeMap<>();
            library.works().forEach(work -> works.put(work.key(), work));
            for (Passage passage : library.find(question, most)) {
                Work work = works.get(passage.work());
                out.println(String.format(
                        Locale.ROOT, "%.2f  [%s] %s%s%s", passage.likeness(), work.key(), work.title(), work.year().isEmpty() ? "" : " (" + work.year() + ")", passage.page() == 0 ? "" : ", page " + passage.page()));
                out.println("      " + shortened(passage.text()));
            }
        }
        return 0;
    }

    private static Librarian librarian() {
        return Workbench.librarian()
                .orElseThrow(() -> new NovumException(
                        ExitCode.CONFIGURATION, "the module novum-literature is not installed; build it with the others"));
    }

    private static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, text.lastIndexOf(' ', SHOWN)) + " …";
    }
}
