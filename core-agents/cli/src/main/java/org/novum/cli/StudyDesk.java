package org.novum.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.report.FindingsDocument;
import org.novum.runtime.Research;
import org.novum.runtime.RunEnvironment;
import org.novum.runtime.RunListener;
import org.novum.runtime.bundle.Bundle;
import org.novum.server.ServedStudies;

/** The shipped studies for callers of the server; each request has a bundle of its own below one folder. */
record StudyDesk(Workbench workbench, Path bundles) implements ServedStudies {
    /** Keys that say what is asked; others say where data are, which models are called and what the server spends. */
    private static final Set<String> OPEN = Set.of("question", "experiment", "options", "budget");

    @Override
    public List<Card> all() {
        return Examples.names().stream().map(this::card).toList();
    }

    private Card card(String name) {
        Study study = workbench.study(Examples.study(name), List.of());
        return new Card(name, study.question(), study.discipline());
    }

    @Override
    public String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, "study " + name + " cannot be read", unreadable);
        }
    }

    @Override
    public Run run(Request request, RunListener listener) {
        request.settings().forEach(StudyDesk::check);
        Study study = workbench.study(file(request.study()), request.settings());
        Path folder = bundles.resolve(
                request.study() + "-" + CanonicalJson.digest(request).hex().substring(0, 16));
        RunEnvironment environment = workbench.environment();
        try (var _ = environment.allocator()) {
            Research research = workbench.research(environment, listener);
            boolean begun = Files.exists(new Bundle(folder).path(Bundle.JOURNAL));
            FindingsDocument findings = begun ? research.resume(folder) : research.run(study, request.seed(), folder);
            return new Run(folder, findings);
        }
    }

    /** Only shipped studies: a caller's name is never a path. */
    private static Path file(String name) {
        if (!Examples.names().contains(name)) {
            throw new NovumException(ExitCode.NO_INPUT, "no study is called " + name + "; known are " + Examples.names());
        }
        return Examples.study(name);
    }

    private static void check(String setting) {
        String key = setting.split("[.=\\[]", 2)[0];
        if (!OPEN.contains(key)) {
            throw new NovumException(
                    ExitCode.REFUSED, "'" + key + "' of a study is not the caller's to set; set one of " + List.copyOf(new TreeSet<>(OPEN)));
        }
    }
}
