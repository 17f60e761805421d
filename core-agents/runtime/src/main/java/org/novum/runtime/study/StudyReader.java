package org.novum.runtime.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataSource;
import org.novum.api.study.Approval;
import org.novum.api.study.Budget;
import org.novum.api.study.Call;
import org.novum.api.study.ForeignServer;
import org.novum.api.study.Literature;
import org.novum.api.study.ModelBudget;
import org.novum.api.study.Study;
import org.novum.api.study.Team;

/**
 * Reads a study file: YAML with the keys {@code study, question, experiment, discipline, data, options, budget, calls,
 * approval, proposers, models, literature, tools}.
 *
 * <p>Unknown keys are refused, since a mistyped option that is silently ignored would change what a registration means.
 */
public final class StudyReader {
    private static final Set<String> KEYS =
            Set.of(
                    "study",
                    "question",
                    "experiment",
                    "discipline",
                    "data",
                    "options",
                    "budget",
                    "calls",
                    "approval",
                    "proposers",
                    "models",
                    "literature",
                    "tools");
    private static final Set<String> DATA_KEYS = Set.of("uri", "uris", "columns", "units", "select");
    private static final Set<String> CALL_KEYS = Set.of("operation", "tool", "parameters");
    private static final Set<String> BUDGET_KEYS = Set.of("errorRate", "share", "rounds", "model", "tools");

    private final Own own;
    private final ObjectMapper yaml = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Reads studies alone. */
    public StudyReader() {
        this(new Own(JsonNodeFactory.instance.objectNode(), JsonNodeFactory.instance.objectNode()));
    }

    /** @param own what the user keeps at hand for all studies, which they may name and override */
    public StudyReader(Own own) {
        this.own = own;
    }

    /**
     * What a user keeps at hand for all studies.
     *
     * @param models settings of models by name
     * @param tools settings of servers of foreign tools by name
     */
    public record Own(ObjectNode models, ObjectNode tools) {}

    /**
     * Reads a study.
     *
     * @param file the YAML file
     * @param overrides {@code key=value} with dotted keys, applied in order, for instance {@code options.massRange=[2,5]}
     * @throws StudyException if the file or an override is wrong; the message names the key
     * @throws NovumException with {@code NO_INPUT} if there is no such file
     */
    public Study read(Path file, List<String> overrides) {
        ObjectNode root = root(file, overrides);
        return new Reading(file.getFileName().toString(), file.toAbsolutePath().getParent(), own).study(root);
    }

    /**
     * What a study lets models spend, also where none takes part in it: a person may ask one about it.
     *
     * @param file the YAML file
     * @param overrides as of {@link #read}
     */
    public ModelBudget modelBudget(Path file, List<String> overrides) {
        return new TeamReader(file.getFileName().toString(), own.models())
                .budget(root(file, overrides).path("budget").path("model"));
    }

    private ObjectNode root(Path file, List<String> overrides) {
        JsonNode tree;
        try {
            tree = yaml.readTree(Files.readString(file));
        } catch (NoSuchFileException missing) {
            throw new NovumException(
                    ExitCode.NO_INPUT, file + ": there is no such study; list the shipped ones with: novum list studies", missing);
        } catch (JsonProcessingException broken) {
            String line = broken.getLocation() == null ? "" : ", line " + broken.getLocation().getLineNr();
            throw new StudyException(file + line, "not YAML: " + broken.getOriginalMessage().lines().findFirst().orElse(""), broken);
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
        if (!(tree instanceof ObjectNode root)) {
            throw new StudyException(file.toString(), "a study is a mapping with the keys " + new TreeSet<>(KEYS));
        }
        String name = file.getFileName().toString();
        new ToolsReader(name, own.tools()).refuseWhatIsTheUsers(root);
        new TeamReader(name, own.models()).refuseWhatIsTheUsers(root);
        for (String override : overrides) {
            apply(root, override);
        }
        return root;
    }

    private void apply(ObjectNode root, String override) {
        int equals = override.indexOf('=');
        if (equals <= 0) {
            throw new NovumException(ExitCode.USAGE, "--set " + override + ": write it as key=value, for instance options.massRange=[2,5]");
        }
        String[] path = override.substring(0, equals).strip().split("\\.");
        ObjectNode parent = root;
        for (int i = 0; i < path.length - 1; i++) {
            JsonNode child = parent.get(path[i]);
            if (child == null || child.isNull()) {
                parent = parent.putObject(path[i]);
            } else if (child instanceof ObjectNode object) {
                parent = object;
            } else {
                throw new StudyException("--set " + override, path[i] + " is a value, not a group of keys");
            }
        }
        try {
            JsonNode value = yaml.readTree(override.substring(equals + 1));
            parent.set(path[path.length - 1], value.isMissingNode() ? NullNode.getInstance() : value);
            if (String.join(".", path).equals("data.uri")) {
                parent.remove("uris");
            } else if (String.join(".", path).equals("data.uris")) {
                parent.remove("uri");
            }
        } catch (JsonProcessingException broken) {
            throw new StudyException("--set " + override, "the value is not YAML", broken);
        }
    }

    /** One reading, with the name of the file for its messages. */
    private record Reading(String file, @Nullable Path base, Own own) {
        Study study(ObjectNode root) {
            refuseUnknown(root, KEYS, "");
            ObjectNode options = JsonNodeFactory.instance.objectNode();
            if (root.hasNonNull("options")) {
                options = object(root.get("options"), "options");
            }
            Study study = new Study(
                    text(root, "study"),
                    text(root, "question"),
                    identifier(text(root, "experiment")),
                    text(root, "discipline"),
                    data(object(root.path("data"), "data")),
                    options,
                    budget(root.path("budget")),
                    calls(root.path("calls")),
                    approval(root.path("approval")),
                    team(root),
                    new ToolsReader(file, own.tools()).read(root));
            study.calls().stream().filter(Call::callsForeignTool).forEach(call -> requireAdmitted(study, call));
            return study;
        }

        /** Literature is for models; where none takes part it is looked over, and left out. */
        private Team team(ObjectNode root) {
            Team team = new TeamReader(file, own.models()).read(root);
            Literature literature = new LiteratureReader(file, base).read(root.path("literature"));
            return team.equals(Team.SYSTEMATIC) ? team : team.reading(literature);
        }

        private Approval approval(JsonNode node) {
            return switch (node.asText("none")) {
                case "none" -> Approval.NONE;
                case "plan" -> Approval.PLAN;
                default -> throw new StudyException(file, "approval is none or plan, not " + node);
            };
        }

        private List<Call> calls(JsonNode node) {
            if (!(node.isMissingNode() || node.isNull() || node.isArray())) {
                throw new StudyException(file, "calls is no list; write one of operation and parameters each");
            }
            List<Call> calls = new ArrayList<>();
            for (JsonNode element : node) {
                ObjectNode call = object(element, "calls");
                refuseUnknown(call, CALL_KEYS, "calls.");
                JsonNode parameters = call.hasNonNull("parameters")
                        ? object(call.get("parameters"), "calls.parameters")
                        : JsonNodeFactory.instance.objectNode();
                if (call.has("tool") && call.has("operation")) {
                    throw new StudyException(file, "calls: each entry has either operation or tool");
                }
                calls.add(new Call(call.has("tool") ? tool(text(call, "tool")) : operation(text(call, "operation")), parameters));
            }
            return calls;
        }

        private String operation(String name) {
            if (name.indexOf('/') >= 0) {
                throw new StudyException(file, "calls: " + name + " is no name of an operation; a foreign tool is called as tool");
            }
            return name;
        }

        private String tool(String name) {
            if (!name.matches("[^/]+/.+")) {
                throw new StudyException(file, "calls: a tool is named as server/tool, not " + name);
            }
            return name;
        }

        private void requireAdmitted(Study study, Call call) {
            int slash = call.operation().indexOf('/');
            ForeignServer server = study.tools().servers().get(call.operation().substring(0, slash));
            String tool = call.operation().substring(slash + 1);
            if (server == null || !server.admitted().containsKey(tool)) {
                throw new StudyException(
                        file,
                        "calls: " + call.operation() + " is not admitted; put its digest under tools."
                                + call.operation().substring(0, slash) + ".admit, see novum tools");
            }
        }

        private DataSource data(ObjectNode node) {
            refuseUnknown(node, DATA_KEYS, "data.");
            if (node.hasNonNull("uri") && node.hasNonNull("uris")) {
                throw new StudyException(file, "give either data.uri or data.uris, not both");
            }
            List<String> uris = new ArrayList<>();
            for (String key : List.of("uri", "uris")) {
                JsonNode value = node.path(key);
                if (value instanceof ArrayNode list) {
                    list.forEach(item -> uris.add(scalar(item, "data." + key)));
                } else if (!value.isMissingNode() && !value.isNull()) {
                    uris.add(scalar(value, "data." + key));
                }
            }
            if (uris.isEmpty()) {
                throw new StudyException(file, "data.uri is missing: say where the data are, for instance dataset:NAME or file:DIR/*.csv.gz");
            }
            return new DataSource(uris, texts(node, "columns"), texts(node, "units"), texts(node, "select"));
        }

        private Budget budget(JsonNode node) {
            if (node.isMissingNode() || node.isNull()) {
                return Budget.USUAL;
            }
            ObjectNode budget = object(node, "budget");
            refuseUnknown(budget, BUDGET_KEYS, "budget.");
            try {
                return new Budget(
                        number(budget, "errorRate", Budget.USUAL.errorRate()),
                        number(budget, "share", Budget.USUAL.share()),
                        whole(budget, "rounds", Budget.USUAL.rounds()));
            } catch (IllegalArgumentException wrong) {
                throw new StudyException(file, "budget: " + wrong.getMessage(), wrong);
            }
        }

        private double number(ObjectNode node, String key, double otherwise) {
            JsonNode value = node.path(key);
            if (value.isMissingNode()) {
                return otherwise;
            }
            if (!value.isNumber()) {
                throw new StudyException(file, "budget." + key + " is a number, not " + value);
            }
            return value.asDouble();
        }

        private int whole(ObjectNode node, String key, int otherwise) {
            JsonNode value = node.path(key);
            if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
                throw new StudyException(file, "budget." + key + " is a whole number, not " + value);
            }
            return value.asInt(otherwise);
        }

        private String scalar(JsonNode value, String key) {
            if (!value.isValueNode() || value.isNull() || value.asText().isBlank()) {
                throw new StudyException(file, key + " holds texts, not " + value);
            }
            return value.asText();
        }

        private Map<String, String> texts(ObjectNode node, String key) {
            Map<String, String> result = new LinkedHashMap<>();
            JsonNode value = node.path(key);
            if (!value.isMissingNode() && !value.isNull()) {
                object(value, "data." + key).properties().forEach(entry -> result.put(
                                entry.getKey(), scalar(entry.getValue(), "data." + key + "." + entry.getKey())));
            }
            return result;
        }

        private String text(ObjectNode node, String key) {
            JsonNode value = node.path(key);
            if (!value.isTextual() || value.asText().isBlank()) {
                throw new StudyException(file, "the key " + key + " is missing or not a text");
            }
            return value.asText().strip();
        }

        private String identifier(String experiment) {
            if (!experiment.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
                throw new StudyException(file, "experiment is a name of letters, digits, dots, hyphens and underscores, not " + experiment);
            }
            return experiment;
        }

        private ObjectNode object(JsonNode node, String key) {
            if (node instanceof ObjectNode object) {
                return object;
            }
            throw new StudyException(file, node.isMissingNode() ? "the key " + key + " is missing" : key + " is a group of keys, not " + node);
        }

        private void refuseUnknown(ObjectNode node, Set<String> known, String prefix) {
            node.fieldNames().forEachRemaining(key -> {
                if (!known.contains(key)) {
                    throw new StudyException(file, "unknown key " + prefix + key + "; known are " + new TreeSet<>(known));
                }
            });
        }
    }
}
