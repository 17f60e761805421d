package org.novum.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.novum.report.ResearchObject.Agent;
import org.novum.report.ResearchObject.BundleFile;
import org.novum.report.ResearchObject.Input;
import org.novum.report.ResearchObject.RunCard;

/**
 * The JSON-LD graph of a run after the Workflow Run RO-Crate profiles 0.5 (Leo et al., PLoS ONE 19 (2024) e0309210) on
 * RO-Crate 1.1.
 *
 * <p>Entities stand in the order in which they are first added; nothing here depends on time or on hash order.
 */
final class CrateGraph {
    static final String CRATE = "https://w3id.org/ro/crate/1.1";
    static final String WORKFLOW_CRATE = "https://w3id.org/workflowhub/workflow-ro-crate/1.0";
    static final String PROCESS_RUN = "https://w3id.org/ro/wfrun/process/0.5";
    static final String WORKFLOW_RUN = "https://w3id.org/ro/wfrun/workflow/0.5";
    static final String PROVENANCE_RUN = "https://w3id.org/ro/wfrun/provenance/0.5";

    private static final String ENGINE = "#novum";
    private static final String LANGUAGE = "#novum-study";
    private static final String DATA_PARAMETER = "#parameter-data";
    private static final String SEED_PARAMETER = "#parameter-seed";
    private static final String SEED = "#seed";

    private final ResearchObject object;
    private final Map<String, ObjectNode> entities = new LinkedHashMap<>();
    private final CrateSteps steps;

    CrateGraph(ResearchObject object) {
        this.object = object;
        this.steps = new CrateSteps(object.steps(), this);
    }

    ObjectNode document() {
        metadataFile();
        root();
        profiles();
        licence(object.licence());
        workflow();
        parameters();
        engine();
        run();
        object.inputs().forEach(this::input);
        object.literature().forEach(this::literature);
        object.results().forEach(this::file);
        steps.describe(runId(), ENGINE);
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putArray("@context").add(CRATE + "/context").add("https://w3id.org/ro/terms/workflow-run/context");
        ArrayNode graph = document.putArray("@graph");
        entities.values().forEach(graph::add);
        return document;
    }

    /** Adds an entity, or returns the one that has this id already. */
    ObjectNode entity(String id, String... types) {
        ObjectNode present = entities.get(id);
        if (present != null) {
            return present;
        }
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("@id", id);
        if (types.length == 1) {
            node.put("@type", types[0]);
        } else {
            ArrayNode array = node.putArray("@type");
            Arrays.stream(types).forEach(array::add);
        }
        entities.put(id, node);
        return node;
    }

    static void refer(ObjectNode from, String property, String to) {
        from.putObject(property).put("@id", to);
    }

    static void refer(ObjectNode from, String property, List<String> to) {
        ArrayNode array = from.putArray(property);
        to.forEach(id -> array.addObject().put("@id", id));
    }

    /** An identifier inside the document; anything but letters and digits is percent-encoded. */
    static String local(String kind, String name) {
        return "#" + kind + "-" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String runId() {
        return local("run", object.run().id());
    }

    private void metadataFile() {
        ObjectNode file = entity("ro-crate-metadata.json", "CreativeWork");
        refer(file, "about", "./");
        refer(file, "conformsTo", List.of(CRATE, WORKFLOW_CRATE));
    }

    private void root() {
        ObjectNode root = entity("./", "Dataset")
                .put("name", object.name())
                .put("description", object.description())
                .put("datePublished", object.datePublished());
        refer(root, "license", object.licence());
        refer(root, "conformsTo", profileIds());
        refer(root, "mainEntity", path(object.study()));
        refer(root, "hasPart", Stream.concat(
                        Stream.of(object.study()), object.results().stream())
                .map(CrateGraph::path)
                .distinct()
                .toList());
        refer(root, "mentions", Stream.of(
                        Stream.of(runId()),
                        object.inputs().stream().map(CrateGraph::inputId),
                        object.literature().stream().map(CrateGraph::literatureId))
                .flatMap(ids -> ids)
                .distinct()
                .toList());
    }

    private List<String> profileIds() {
        return steps.described()
                ? List.of(PROCESS_RUN, WORKFLOW_RUN, PROVENANCE_RUN, WORKFLOW_CRATE)
                : List.of(PROCESS_RUN, WORKFLOW_RUN, WORKFLOW_CRATE);
    }

    private void profiles() {
        Map<String, String> names = Map.of(
                PROCESS_RUN, "Process Run Crate",
                WORKFLOW_RUN, "Workflow Run Crate",
                PROVENANCE_RUN, "Provenance Run Crate",
                WORKFLOW_CRATE, "Workflow RO-Crate");
        profileIds().forEach(id -> entity(id, "CreativeWork")
                .put("name", names.get(id))
                .put("version", id.substring(id.lastIndexOf('/') + 1)));
    }

    private void licence(String uri) {
        entity(uri, "CreativeWork").put("name", uri.substring(uri.lastIndexOf('/') + 1)).put("url", uri);
    }

    private void workflow() {
        ObjectNode workflow = fileEntity(
                object.study(), steps.described()
                        ? new String[] {"File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo"}
                        : new String[] {"File", "SoftwareSourceCode", "ComputationalWorkflow"});
        refer(workflow, "programmingLanguage", LANGUAGE);
        refer(workflow, "input", List.of(DATA_PARAMETER, SEED_PARAMETER));
        steps.linkFrom(workflow);
        entity(LANGUAGE, "ComputerLanguage")
                .put("name", "Novum study")
                .put("description", "A study file of Novum: question, data, options and error budget, in YAML");
    }

    private void parameters() {
        entity(DATA_PARAMETER, "FormalParameter")
                .put("name", "data")
                .put("additionalType", "File")
                .put("description", "The data that the study asks");
        entity(SEED_PARAMETER, "FormalParameter")
                .put("name", "seed")
                .put("additionalType", "Integer")
                .put("description", "Seed of every random number");
        ObjectNode seed = entity(SEED, "PropertyValue")
                .put("name", "seed")
                .put("value", Long.toString(object.run().seed()));
        refer(seed, "exampleOfWork", SEED_PARAMETER);
    }

    private void engine() {
        entity(ENGINE, "SoftwareApplication")
                .put("name", "Novum")
                .put("description", "An AI-for-Science agent framework: agents propose, statistics dispose")
                .put("softwareVersion", object.run().version());
    }

    private void run() {
        RunCard card = object.run();
        ObjectNode run = entity(runId(), "CreateAction")
                .put("name", "Run " + card.id() + " of " + object.study().path())
                .put("description", "Novum " + card.version() + " with seed " + card.seed());
        if (card.endTime() != null) {
            run.put("endTime", card.endTime());
        }
        refer(run, "instrument", path(object.study()));
        if (card.agent() != null) {
            refer(run, "agent", agent(card.agent()));
        }
        List<String> consumed = object.inputs().stream()
                .map(CrateGraph::inputId)
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
        object.literature().stream().map(CrateGraph::literatureId).distinct().forEach(consumed::add);
        consumed.add(SEED);
        refer(run, "object", consumed);
        refer(run, "result", object.results().stream().map(CrateGraph::path).toList());
        refer(run, "actionStatus", "http://schema.org/CompletedActionStatus");
    }

    private String agent(Agent agent) {
        entity(agent.uri(), agent.type().schemaName()).put("name", agent.name());
        return agent.uri();
    }

    private void input(Input input) {
        ObjectNode node = entity(inputId(input), "CreativeWork")
                .put("name", input.data().name())
                .put("alternateName", input.data().uri())
                .put("description", input.data().rows() + " rows; sha256 is that of the decompressed bytes")
                .put("sha256", input.data().sha256());
        if (input.bytes() != null) {
            node.put("contentSize", Long.toString(input.bytes()));
        }
        if (input.licence() != null) {
            refer(node, "license", input.licence());
            licence(input.licence());
        }
        if (input.citation() != null) {
            node.put("citation", input.citation());
        }
        refer(node, "exampleOfWork", DATA_PARAMETER);
    }

    /** Publications that models were shown passages of; the bundle names their content and does not hold it. */
    private void literature(Literature.Folder folder) {
        entity(literatureId(folder), "Collection")
                .put("name", folder.folder())
                .put("description", "Literature of " + folder.works() + " publications from which models were shown passages;"
                        + " sha256 is that of all that was read")
                .put("collectionSize", folder.works())
                .put("sha256", folder.sha256());
    }

    private static String literatureId(Literature.Folder folder) {
        return local("literature", folder.folder() + "-" + folder.sha256());
    }

    private void file(BundleFile file) {
        fileEntity(file, file.path().endsWith("/") ? "Dataset" : "File");
    }

    private ObjectNode fileEntity(BundleFile file, String... types) {
        ObjectNode node = entity(path(file), types)
                .put("name", file.path())
                .put("description", file.description());
        if (!file.path().endsWith("/")) {
            node.put("encodingFormat", file.mediaType());
        }
        if (file.bytes() != null) {
            node.put("contentSize", Long.toString(file.bytes()));
        }
        if (file.sha256() != null) {
            node.put("sha256", file.sha256());
        }
        return node;
    }

    private static String inputId(Input input) {
        return local("data", input.data().name() + "-" + input.data().sha256());
    }

    private static String path(BundleFile file) {
        return Arrays.stream(file.path().split("(?<=/)"))
                .map(part -> part.endsWith("/")
                        ? encode(part.substring(0, part.length() - 1)) + "/"
                        : encode(part))
                .collect(Collectors.joining());
    }

    private static String encode(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
