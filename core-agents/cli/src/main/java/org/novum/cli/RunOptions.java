package org.novum.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that change a study for one run. */
final class RunOptions {
    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Tells repetitions of a run apart (default: ${DEFAULT-VALUE}); part of the run's id. No result depends on"
                    + " it: pseudo-experiments are seeded by the plan and the data, so that no hypothesis gets a second chance.")
    private long seed;

    @Option(
            names = "--data",
            paramLabel = "URI",
            description = "Replace the study's data: a file, a quoted glob such as 'file:DIR/*.csv.gz', dataset:NAME. May be"
                    + " given several times.")
    private List<String> data = new ArrayList<>();

    @Option(
            names = "--set",
            paramLabel = "key=value",
            description = "Replace any key of the study file, for instance 'options.massRange=[0.90,1.13]'. May be given"
                    + " several times.")
    private List<String> settings = new ArrayList<>();

    @Option(
            names = "--proposer",
            paramLabel = "WHO",
            description = "Who proposes hypotheses: systematic, model or both; in place of what the study says. The model is"
                    + " models.hypothesis, otherwise models.default, of the study, of --set or of models.yaml in NOVUM_HOME.")
    private @Nullable Proposer proposer;

    /** Who proposes. */
    enum Proposer {
        SYSTEMATIC("[systematic]"),
        MODEL("[model]"),
        BOTH("[systematic, model]");

        private final String list;

        Proposer(String list) {
            this.list = list;
        }
    }

    long seed() {
        return seed;
    }

    /** The overrides, data first. */
    List<String> overrides() {
        List<String> overrides = new ArrayList<>();
        if (!data.isEmpty()) {
            overrides.add("data.uri=null");
            overrides.add("data.uris=" + yamlList(data));
        }
        overrides.addAll(settings);
        if (proposer != null) {
            overrides.add("proposers=" + proposer.list);
        }
        return overrides;
    }

    private static String yamlList(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
}
