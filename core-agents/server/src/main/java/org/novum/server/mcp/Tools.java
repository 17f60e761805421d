package org.novum.server.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.OperationSchema;
import org.novum.runtime.RunListener;
import org.novum.server.CallBody;
import org.novum.server.Descriptions;
import org.novum.server.ResultFormats;
import org.novum.server.Served;
import org.novum.server.ServedStudies;

/** Every operation and study as a tool, whatever the transport. Of long results a model gets the first rows and a handle. */
final class Tools {
    static final String STUDIES = "study_list";
    static final String RUN = "study_run";

    /** Of a result that goes into a conversation. */
    private static final int ROWS = 20;

    private static final int BYTES = 16_000;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Served served;

    Tools(Served served) {
        this.served = served;
    }

    /** What is offered. */
    List<Tool> all() {
        List<Tool> tools = new ArrayList<>();
        served.operations().all().forEach(operation -> tools.add(of(operation)));
        tools.add(new Tool(
                STUDIES, "List studies", "Lists the studies that can be run: name, question, discipline.", none(), Tool.Effect.READS));
        tools.add(new Tool(
                RUN,
                "Run a study",
                "Runs a study to its end and gives its findings: hypotheses are registered before the data that test them are"
                        + " opened, and the study's error ledger pays for every test. The same request again gives the same run.",
                runSchema(),
                Tool.Effect.PAYS));
        return tools;
    }

    /**
     * Calls a tool.
     *
     * @throws NovumException if anything is wrong with the arguments
     */
    ObjectNode call(String name, JsonNode arguments, RunListener listener) {
        return switch (name) {
            case STUDIES -> {
                CallBody.of(arguments, Set.of());
                yield Descriptions.studies(served);
            }
            case RUN -> run(CallBody.of(arguments, Set.of("study", "settings", "seed")), listener);
            default -> operate(name, CallBody.of(arguments, Set.of("in", "columns", "units", "parameters")), listener);
        };
    }

    private ObjectNode run(CallBody body, RunListener listener) {
        List<String> study = body.texts("study");
        if (study.size() != 1) {
            throw new NovumException(ExitCode.USAGE, "'study' is missing; name one that " + STUDIES + " lists");
        }
        var request = new ServedStudies.Request(study.getFirst(), body.texts("settings"), body.whole("seed", 1));
        ServedStudies.Run run = served.calls().inTurn(() -> served.studies().run(request, listener));
        ObjectNode node = object().put("bundle", run.bundle().toString());
        node.set("findings", parse(run.findings().toBytes()));
        return node;
    }

    private ObjectNode operate(String tool, CallBody body, RunListener listener) {
        String name = served.operations().all().stream()
                .map(operation -> operation.card().name())
                .filter(operation -> toolName(operation).equals(tool))
                .findFirst()
                .orElseThrow(() -> new NovumException(ExitCode.USAGE, "no tool is called " + tool));
        OperationResult result = served.calls().inTurn(() ->
                served.operations().call(name, body.source(), body.object("parameters"), listener));
        byte[] json = served.formats().write(ResultFormats.JSON, result);
        return switch (result) {
            case OperationResult.Gallery gallery -> handle(
                            served.results().keep(name, "html", served.formats().write(ResultFormats.HTML, gallery)))
                    .put("objects", gallery.exhibits().size());
            case OperationResult.Document _ when json.length <= BYTES -> wrapped("document", parse(json));
            case OperationResult.Document _ -> handle(served.results().keep(name, "json", json))
                    .put("bytes", json.length);
            case OperationResult.Table table -> {
                ObjectNode first = table(table);
                if (table.rows().size() > ROWS) {
                    first.setAll(handle(served.results().keep(name, "csv", served.formats().write(ResultFormats.CSV, table))));
                }
                yield first;
            }
        };
    }

    private static ObjectNode table(OperationResult.Table table) {
        ObjectNode node = object().put("rows", table.rows().size());
        ArrayNode columns = node.putArray("columns");
        table.columns().forEach(column -> columns.addObject()
                .put("name", column.name())
                .put("type", column.type().name())
                .put("unit", column.unit().symbol()));
        ArrayNode rows = node.putArray("first");
        table.rows().stream().limit(ROWS).forEach(row -> {
            ArrayNode cells = rows.addArray();
            row.forEach(cell -> cells.add(MAPPER.<JsonNode>valueToTree(finite(cell))));
        });
        return node;
    }

    /** JSON has no infinities. */
    private static Object finite(Object cell) {
        return cell instanceof Double number && !Double.isFinite(number) ? number.toString() : cell;
    }

    private ObjectNode handle(String name) {
        return object()
                .put("file", served.results().folder().resolve(name).toString())
                .put("resource", McpNames.RESULTS + name);
    }

    private Tool of(Operation<?> operation) {
        ObjectNode schema = object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.set("in", described(list(), "data: files and folders that are served, quoted globs, dataset:NAME of the catalogue"));
        properties.set("columns", described(texts(), "a column of the operation to its name in the files, where they differ"));
        properties.set("units", described(texts(), "a column of the operation to its unit in the files, for instance E1: MeV"));
        ObjectNode parameters = OperationSchema.of(operation);
        boolean needed = !parameters.path("required").isEmpty();
        properties.set("parameters", parameters);
        schema.putArray("required");
        if (needed) {
            schema.withArray("required").add("parameters");
        }
        schema.put("additionalProperties", false);
        return new Tool(
                toolName(operation.card().name()),
                operation.card().name(),
                operation.card().summary() + " Gives " + operation.card().result(),
                schema,
                Tool.Effect.READS);
    }

    private ObjectNode runSchema() {
        ObjectNode schema = object().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ObjectNode study = object().put("type", "string").put("description", "name of the study");
        served.studies().all().stream().map(ServedStudies.Card::name).forEach(study.putArray("enum")::add);
        properties.set("study", study);
        properties.set("settings", described(list(), "key=value in place of keys of the study: question, experiment, options.…, budget.…"));
        properties.set("seed", object().put("type", "integer").put("description", "tells repetitions apart; 1 if left out"));
        schema.putArray("required").add("study");
        return schema.put("additionalProperties", false);
    }

    private static String toolName(String operation) {
        return operation.replace('.', '_');
    }

    /** The schema of no arguments. */
    private static ObjectNode none() {
        ObjectNode schema = object().put("type", "object");
        schema.putObject("properties");
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static ObjectNode wrapped(String key, JsonNode value) {
        ObjectNode node = object();
        node.set(key, value);
        return node;
    }

    private static ObjectNode list() {
        ObjectNode list = object().put("type", "array");
        list.putObject("items").put("type", "string");
        return list;
    }

    private static ObjectNode texts() {
        ObjectNode map = object().put("type", "object");
        map.putObject("additionalProperties").put("type", "string");
        return map;
    }

    private static ObjectNode described(ObjectNode schema, String description) {
        return schema.put("description", description);
    }

    private static JsonNode parse(byte[] json) {
        try {
            return MAPPER.readTree(json);
        } catch (IOException broken) {
            throw new UncheckedIOException("a result is no JSON", broken);
        }
    }
}
