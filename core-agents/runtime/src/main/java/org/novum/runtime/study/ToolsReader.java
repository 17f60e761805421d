package org.novum.runtime.study;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.novum.api.study.ForeignServer;
import org.novum.api.study.ForeignTools;

/**
 * Reads which foreign tools may be called: {@code tools} and {@code budget.tools} of a study.
 *
 * @param file of the study, for messages
 * @param own the user's own servers by name; what a study says of a server of that name goes before
 */
record ToolsReader(String file, ObjectNode own) {
    /** What starts programs or hands out secrets: never from a study file, which may be somebody else's. */
    private static final Set<String> OF_THE_USER = Set.of("command", "args", "env", "token");

    private static final Set<String> KEYS =
            Set.of("command", "args", "env", "url", "token", "timeoutSeconds", "mostBytes", "admit");
    private static final Set<String> ADMIT_KEYS = Set.of("digest", "fromModels", "fixed", "repeats");
    private static final Set<String> BUDGET_KEYS = Set.of("calls", "seconds");
    private static final int LEAST_BYTES = 1024;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final double MOST_SECONDS = 3600;

    /**
     * Refuses what a study file may not say.
     *
     * @param root of the file, before anything is set from outside of it
     */
    void refuseWhatIsTheUsers(ObjectNode root) {
        root.path("tools").properties().forEach(server -> OF_THE_USER.forEach(key -> {
            if (server.getValue().has(key)) {
                throw new StudyException(
                        file,
                        at(server.getKey(), key) + ": what starts a program or hands out a secret stands in tools.yaml of"
                                + " NOVUM_HOME or in --set, not in a study, which may be somebody else's");
            }
        }));
    }

    ForeignTools read(ObjectNode root) {
        JsonNode written = root.path("tools");
        if (written.isMissingNode() || written.isNull()) {
            return ForeignTools.NONE;
        }
        if (!written.isObject()) {
            throw new StudyException(file, "tools is a group with one entry per server, for instance tools.mine.admit");
        }
        SortedMap<String, ForeignServer> servers = new TreeMap<>();
        written.properties().forEach(entry -> {
            if (!entry.getKey().matches("[A-Za-z0-9][A-Za-z0-9-]{0,29}")) {
                throw new StudyException(file, "tools: a server's name is of letters, digits and hyphens, not " + entry.getKey());
            }
            servers.put(entry.getKey(), server(entry.getKey(), merged(entry.getKey(), entry.getValue())));
        });
        return new ForeignTools(servers, budget(root.path("budget").path("tools")));
    }

    private ObjectNode merged(String name, JsonNode written) {
        ObjectNode merged = own.path(name) instanceof ObjectNode mine ? mine.deepCopy() : JsonNodeFactory.instance.objectNode();
        if (written instanceof ObjectNode changes) {
            return merged.setAll(changes);
        }
        if (written.isNull()) {
            return merged;
        }
        throw new StudyException(file, "tools." + name + " is a group with the keys " + new TreeSet<>(KEYS));
    }

    private ForeignServer server(String name, ObjectNode values) {
        refuseUnknown(values, KEYS, "tools." + name);
        ForeignServer.Limits usual = ForeignServer.Limits.USUAL;
        return new ForeignServer(
                reach(name, values),
                new ForeignServer.Limits(
                        number(values, at(name, "timeoutSeconds"), usual.seconds(), 0.1, MOST_SECONDS),
                        (int) number(values, at(name, "mostBytes"), usual.bytes(), LEAST_BYTES, MOST_BYTES)),
                admitted(name, values.path("admit")));
    }

    private ForeignServer.Reach reach(String name, ObjectNode values) {
        String command = text(values, at(name, "command"));
        String url = text(values, at(name, "url"));
        if (command.isEmpty() == url.isEmpty()) {
            throw new StudyException(
                    file,
                    "tools." + name + ": say how it is reached, in tools.yaml of NOVUM_HOME or with --set: either command, with"
                            + " args and env, or url");
        }
        String token = text(values, at(name, "token"));
        List<String> env = texts(values, at(name, "env"));
        env.forEach(variable -> requireVariable(at(name, "env"), variable));
        if (!command.isEmpty()) {
            if (!token.isEmpty()) {
                throw new StudyException(file, at(name, "token") + " is for a url; a command gets variables by env");
            }
            return new ForeignServer.Program(command, texts(values, at(name, "args")), env);
        }
        if (!env.isEmpty() || values.hasNonNull("args")) {
            throw new StudyException(file, "tools." + name + ": args and env are for a command; a url gets a secret by token");
        }
        if (!token.isEmpty()) {
            requireVariable(at(name, "token"), token);
        }
        return new ForeignServer.Address(address(at(name, "url"), url, token), token);
    }

    /** A secret goes over a line that others can read to this machine alone. */
    private String address(String key, String url, String token) {
        URI uri;
        try {
            uri = URI.create(url);
        } catch (IllegalArgumentException malformed) {
            throw new StudyException(file, key + ": not an address: " + url, malformed);
        }
        if (uri.getHost() == null || !Set.of("http", "https").contains(uri.getScheme())) {
            throw new StudyException(file, key + ": '" + url + "' is not an http or https address");
        }
        if (uri.getUserInfo() != null || uri.getQuery() != null || uri.getFragment() != null) {
            throw new StudyException(file, key + " holds no user, password or query: it is written into journals; name a variable as token");
        }
        boolean here = Set.of("localhost", "127.0.0.1", "[::1]").contains(uri.getHost().toLowerCase(Locale.ROOT));
        if (!token.isEmpty() && uri.getScheme().equals("http") && !here) {
            throw new StudyException(file, key + ": a token is sent over https alone, or to this machine");
        }
        return url;
    }

    private void requireVariable(String key, String variable) {
        if (!variable.matches("[A-Z][A-Z0-9_]{0,99}")) {
            // The value is not shown: it may well be the secret itself.
            throw new StudyException(file, key + " holds names of variables in capitals, such as MY_KEY; never their values");
        }
    }

    private SortedMap<String, ForeignServer.Admission> admitted(String name, JsonNode node) {
        SortedMap<String, ForeignServer.Admission> admitted = new TreeMap<>();
        if (!node.isMissingNode() && !node.isNull() && !node.isObject()) {
            throw new StudyException(
                    file,
                    at(name, "admit") + " is a group from names of tools to their digests; see them with novum tools");
        }
        node.properties().forEach(entry -> admitted.put(
                entry.getKey(), admission("tools." + name + ".admit." + entry.getKey(), entry.getValue())));
        return admitted;
    }

    private ForeignServer.Admission admission(String key, JsonNode node) {
        ObjectNode values = node instanceof ObjectNode object
                ? object
                : JsonNodeFactory.instance.objectNode().put("digest", node.asText());
        refuseUnknown(values, ADMIT_KEYS, key);
        String digest = text(values, key + ".digest").toLowerCase(Locale.ROOT);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new StudyException(file, key + ": needs the digest of the tool, 64 hexadecimal digits; see it with novum tools");
        }
        JsonNode fixed = values.path("fixed");
        if (!fixed.isMissingNode() && !fixed.isNull() && !fixed.isObject()) {
            throw new StudyException(file, key + ".fixed is a group of arguments");
        }
        List<String> open = texts(values, key + ".fromModels");
        open.stream().filter(fixed::has).findFirst().ifPresent(both -> {
            throw new StudyException(file, key + ": " + both + " is either fixed or from models");
        });
        return new ForeignServer.Admission(
                digest, open, fixed.isObject() ? fixed : JsonNodeFactory.instance.objectNode(), repeats(key, values));
    }

    private ForeignServer.Repeats repeats(String key, ObjectNode values) {
        return switch (values.path("repeats").asText("unsafe")) {
            case "safe" -> ForeignServer.Repeats.SAFE;
            case "unsafe" -> ForeignServer.Repeats.UNSAFE;
            default -> throw new StudyException(file, key + ".repeats is safe or unsafe");
        };
    }

    private ForeignTools.Budget budget(JsonNode node) {
        ForeignTools.Budget usual = ForeignTools.Budget.USUAL;
        if (node.isMissingNode() || node.isNull()) {
            return usual;
        }
        if (!(node instanceof ObjectNode budget)) {
            throw new StudyException(file, "budget.tools is a group of keys, not " + node);
        }
        refuseUnknown(budget, BUDGET_KEYS, "budget.tools");
        return new ForeignTools.Budget(
                (int) number(budget, "budget.tools.calls", usual.calls(), 0, Integer.MAX_VALUE),
                number(budget, "budget.tools.seconds", usual.seconds(), 0, Double.MAX_VALUE));
    }

    private double number(ObjectNode node, String key, double usual, double least, double most) {
        JsonNode value = node.path(last(key));
        if (value.isMissingNode() || value.isNull()) {
            return usual;
        }
        if (!value.isNumber() || !(value.doubleValue() >= least && value.doubleValue() <= most)) {
            throw new StudyException(file, key + ": '" + value.asText() + "' is not a number from " + least + " to " + most);
        }
        return value.doubleValue();
    }

    private String text(ObjectNode node, String key) {
        JsonNode value = node.path(last(key));
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new StudyException(file, key + " is a text");
        }
        return value.asText().strip();
    }

    private List<String> texts(ObjectNode node, String key) {
        JsonNode value = node.path(last(key));
        if (!value.isMissingNode() && !value.isNull() && !value.isArray()) {
            throw new StudyException(file, key + " is a list");
        }
        List<String> texts = new ArrayList<>();
        value.forEach(item -> {
            if (!item.isValueNode() || item.isNull()) {
                throw new StudyException(file, key + " is a list of texts");
            }
            texts.add(item.asText());
        });
        return texts;
    }

    private void refuseUnknown(ObjectNode node, Set<String> known, String prefix) {
        node.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                throw new StudyException(file, "unknown key " + prefix + "." + key + "; known are " + new TreeSet<>(known));
            }
        });
    }

    private static String last(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static String at(String server, String key) {
        return "tools." + server + "." + key;
    }
}
