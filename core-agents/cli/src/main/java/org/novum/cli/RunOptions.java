package org.novum.cli;

import java.util.ArrayList;
import java.util.List;
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
        return overrides;
    }

    private static String yamlList(List<String> values) {
        return values.stream()
                .map(value -> "'" + value.replace("'", "''") + "'")
                .collect(java.util.stream.Collectors.joining(", ", "[", "]"));
    }
}
