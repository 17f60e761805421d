package org.novum.report;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.novum.report.ReportModel.JournalStep;

/**
 * The evidence bundle as a research object: what {@code ro-crate-metadata.json} says of it.
 *
 * @param name of the bundle
 * @param description in one or two sentences
 * @param datePublished ISO 8601 date or date and time, which the caller supplies
 * @param licence of the bundle, a URI such as {@code https://spdx.org/licenses/CC-BY-4.0}
 * @param study the study file in the bundle
 * @param run that made it
 * @param inputs data that were read
 * @param results files that were written, {@code ro-crate-metadata.json} itself left out
 * @param steps of the journal, in their order
 * @param literature that was searched for its models
 */
public record ResearchObject(
        String name,
        String description,
        String datePublished,
        String licence,
        BundleFile study,
        RunCard run,
        List<Input> inputs,
        List<BundleFile> results,
        List<JournalStep> steps,
        List<Literature.Folder> literature) {
    /** Copies the lists. */
    public ResearchObject {
        inputs = List.copyOf(inputs);
        results = List.copyOf(results);
        steps = List.copyOf(steps);
        literature = List.copyOf(literature);
    }

    /** One whose models read nothing. */
    public ResearchObject(
            String name,
            String description,
            String datePublished,
            String licence,
            BundleFile study,
            RunCard run,
            List<Input> inputs,
            List<BundleFile> results,
            List<JournalStep> steps) {
        this(name, description, datePublished, licence, study, run, inputs, results, steps, List.of());
    }

    /** The same whose models were shown passages of folders. */
    public ResearchObject reading(List<Literature.Folder> folders) {
        return new ResearchObject(
                name, description, datePublished, licence, study, run, inputs, results, steps, folders);
    }

    /** {@code ro-crate-metadata.json} as UTF-8; the same object gives the same bytes. */
    public byte[] toBytes() {
        return PrettyJson.bytes(new CrateGraph(this).document());
    }

    /**
     * The run.
     *
     * @param id of the run
     * @param version of Novum
     * @param seed of every random number
     * @param endTime ISO 8601, or null where none is recorded
     * @param agent who started it, or null where nobody says
     */
    public record RunCard(String id, String version, long seed, @Nullable String endTime, @Nullable Agent agent) {}

    /**
     * The person or organisation that started the run.
     *
     * @param uri that names them, for instance an ORCID
     * @param type of schema.org
     * @param name for people
     */
    public record Agent(String uri, AgentType type, String name) {}

    /** What an agent is; the names are those of schema.org. */
    public enum AgentType {
        /** A human being. */
        PERSON("Person"),
        /** An institute or a collaboration. */
        ORGANIZATION("Organization");

        private final String schemaName;

        AgentType(String schemaName) {
            this.schemaName = schemaName;
        }

        String schemaName() {
            return schemaName;
        }
    }

    /**
     * A file or folder of the bundle.
     *
     * @param path inside the bundle with forward slashes; a folder's ends in one
     * @param mediaType such as {@code application/json}; ignored for folders
     * @param description in one sentence
     * @param bytes its size, or null where it still grows
     * @param sha256 of its bytes, or null where they still change
     */
    public record BundleFile(
            String path, String mediaType, String description, @Nullable Long bytes, @Nullable String sha256) {}

    /**
     * A part of the input data, which the bundle names by digest and does not hold.
     *
     * @param data name, URI, rows and digest
     * @param bytes decompressed size, or null where it is not known
     * @param licence URI, or null where it is not known
     * @param citation to give when the data are used, or null
     */
    public record Input(
            FindingsDocument.Data data, @Nullable Long bytes, @Nullable String licence, @Nullable String citation) {}
}
