package org.novum.runtime.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.novum.api.study.ModelBudget;
import org.novum.api.study.Team;
import org.novum.models.settings.ModelsReader;
import org.novum.models.settings.Provider;

/**
 * Reads who proposes: {@code proposers}, {@code models} and {@code budget.model} of a study.
 *
 * @param file of the study, for messages
 * @param own the user's own models by name; what a study says of a model of that name goes before
 */
record TeamReader(String file, ObjectNode own) {
    /** Stands for the model that serves the role of proposing hypotheses. */
    static final String MODEL = "model";

    private static final String ROLE = "hypothesis";
    private static final String USUAL = "default";
    private static final Set<String> BUDGET_KEYS = Set.of("tokens", "money", "calls", "seconds", "proposals");

    /**
     * Refuses a study file that says where a key goes: it may be somebody else's, and send a secret of this machine to an
     * address of its own.
     *
     * @param root of the file as it is written, before the user's {@code --set}
     */
    void refuseWhatIsTheUsers(ObjectNode root) {
        root.path("models").properties().forEach(entry -> {
            String name = "models." + entry.getKey();
            JsonNode written = entry.getValue();
            if (written.has("key")) {
                throw new StudyException(
                        file, name + ".key: which key a model is sent stands in models.yaml of NOVUM_HOME, or with --set " + name + ".key=NAME");
            }
            if (written.hasNonNull("baseUrl") && hasKey(entry.getKey(), written)) {
                throw new StudyException(
                        file,
                        name + ".baseUrl: the address of a model that is sent a key stands in models.yaml of NOVUM_HOME, or with --set "
                                + name + ".baseUrl=" + written.get("baseUrl").asText());
            }
        });
    }

    private boolean hasKey(String name, JsonNode written) {
        JsonNode before = own.path(name);
        String provider = written.path("provider").asText(before.path("provider").asText(""));
        return before.has("key") || Provider.named(provider).flatMap(Provider::keyVariable).isPresent();
    }

    Team read(ObjectNode root) {
        ObjectNode models = merged(root.path("models"));
        List<String> proposers = proposers(root.path("proposers"), models);
        ModelBudget budget = budget(root.path("budget").path("model"));
        ObjectNode used = JsonNodeFactory.instance.objectNode();
        for (String name : proposers) {
            if (!name.equals(Team.SYSTEMATIC_PROPOSER)) {
                used.set(name, settings(name, models));
            }
        }
        for (String role : Team.ROLES) {
            if (root.path("models").hasNonNull(role)) {
                used.set(role, models.get(role));
            }
        }
        // Every model that the study itself writes down must be right, also one that does not propose.
        ModelsReader.read(models);
        try {
            Team team = new Team(proposers, used, budget);
            return used.isEmpty() ? Team.SYSTEMATIC : team;
        } catch (IllegalArgumentException wrong) {
            throw new StudyException(file, wrong.getMessage(), wrong);
        }
    }

    private ObjectNode merged(JsonNode written) {
        ObjectNode models = own.deepCopy();
        if (written.isMissingNode() || written.isNull()) {
            return models;
        }
        if (!written.isObject()) {
            throw new StudyException(file, "models is a group with one entry per model, for instance models.default.model");
        }
        written.properties().forEach(entry -> {
            if (entry.getValue().isNull()) {
                return;
            }
            JsonNode before = models.path(entry.getKey());
            if (before instanceof ObjectNode settings && entry.getValue() instanceof ObjectNode changes) {
                settings.setAll(changes);
            } else {
                models.set(entry.getKey(), entry.getValue());
            }
        });
        if (models.has(Team.SYSTEMATIC_PROPOSER) || models.has(MODEL)) {
            throw new StudyException(file, "no model is called systematic or model; give it another name");
        }
        Team.ROLES.stream().filter(written::hasNonNull).forEach(role -> models.set(role, role(role, models)));
        return models;
    }

    private List<String> proposers(JsonNode written, ObjectNode models) {
        if (written.isMissingNode() || written.isNull()) {
            return List.of(Team.SYSTEMATIC_PROPOSER);
        }
        List<String> proposers = new ArrayList<>();
        List<JsonNode> names = new ArrayList<>();
        if (written.isArray()) {
            written.forEach(names::add);
        } else {
            names.add(written);
        }
        for (JsonNode name : names) {
            if (!name.isTextual() || !name.asText().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,49}")) {
                throw new StudyException(
                        file, "proposers is a list of " + Team.SYSTEMATIC_PROPOSER + " and names of models, not " + written);
            }
            if (Team.ROLES.contains(name.asText())) {
                throw new StudyException(
                        file, name.asText() + " is a role of its own and no proposer; give the model that proposes another name");
            }
            proposers.add(name.asText().equals(MODEL) ? (models.has(ROLE) ? ROLE : USUAL) : name.asText());
        }
        return proposers;
    }

    private JsonNode settings(String name, ObjectNode models) {
        JsonNode settings = models.has(name) || !name.equals(ROLE) ? models.path(name) : models.path(USUAL);
        if (settings.isMissingNode()) {
            throw new StudyException(
                    file,
                    "proposers names the model " + name + ", and nothing says how it is reached; set models." + name
                            + ".{provider, baseUrl, model} here, with --set or in models.yaml of NOVUM_HOME"
                            + (models.isEmpty() ? "" : "; known are " + new TreeSet<>(names(models))));
        }
        return settings;
    }

    /** A role's own model, the model of another name, or the usual one where the study says no more than that it is served. */
    private JsonNode role(String role, ObjectNode models) {
        JsonNode written = models.path(role);
        if (written.isObject() && !written.isEmpty()) {
            return written;
        }
        String other = written.isTextual() ? written.textValue() : USUAL;
        if (other.equals(role) || !models.path(other).isObject()) {
            throw new StudyException(
                    file,
                    "models." + role + " is to be served by the model " + other + ", and nothing says how that is reached; set"
                            + " models." + other + ".{provider, baseUrl, model} here, with --set or in models.yaml of NOVUM_HOME");
        }
        return models.get(other).deepCopy();
    }

    private static List<String> names(ObjectNode models) {
        List<String> names = new ArrayList<>();
        models.fieldNames().forEachRemaining(names::add);
        return names;
    }

    ModelBudget budget(JsonNode node) {
        ModelBudget usual = ModelBudget.USUAL;
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!node.isObject()) {
            throw new StudyException(file, "budget.model is a group of keys, not " + node);
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!BUDGET_KEYS.contains(key)) {
                throw new StudyException(
                        file, "unknown key budget.model." + key + "; known are " + new TreeSet<>(BUDGET_KEYS));
            }
        });
        try {
            return new ModelBudget(
                    whole(node, "tokens", usual.tokens()),
                    number(node, "money", usual.money()),
                    (int) whole(node, "calls", usual.calls()),
                    number(node, "seconds", usual.seconds()),
                    (int) whole(node, "proposals", usual.proposals()));
        } catch (IllegalArgumentException wrong) {
            throw new StudyException(file, wrong.getMessage(), wrong);
        }
    }

    private double number(JsonNode node, String key, double otherwise) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !value.isNumber()) {
            throw new StudyException(file, "budget.model." + key + " is a number, not " + value);
        }
        return value.asDouble(otherwise);
    }

    private long whole(JsonNode node, String key, long otherwise) {
        JsonNode value = node.path(key);
        if (!value.isMissingNode() && !(value.isIntegralNumber() && value.canConvertToInt())) {
            throw new StudyException(file, "budget.model." + key + " is a whole number, not " + value);
        }
        return value.asLong(otherwise);
    }
}
