package org.novum.models.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.models.ModelCard;
import org.novum.models.ModelRequest;

/** Reads the {@code models} group of a study or of a configuration file: {@code models.<name>.{provider, model, …}}. */
public final class ModelsReader {
    private static final Set<String> KEYS = new TreeSet<>(Set.of(
            "provider",
            "baseUrl",
            "model",
            "key",
            "temperature",
            "maxOutputTokens",
            "timeoutSeconds",
            "tries",
            "pauseSeconds",
            "honoursKeys",
            "inputPrice",
            "outputPrice"));

    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,99}");

    private static final Range TEMPERATURE = new Range(0, 2);
    private static final Range TOKENS = new Range(1, 10_000_000);
    private static final Range TRIES = new Range(1, 100);
    private static final Range SECONDS = new Range(0.001, 86_400);
    private static final Range PRICE = new Range(0, 1e9);

    private ModelsReader() {}

    /** What a number may be. */
    private record Range(double least, double most) {
        @Override
        public String toString() {
            return "from " + plain(least) + " to " + plain(most);
        }

        private static String plain(double number) {
            return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
        }
    }

    /**
     * Reads all of them.
     *
     * @param models an object of objects
     * @throws NovumException with {@code CONFIGURATION} naming the key that is wrong
     */
    public static Map<String, ModelSettings> read(JsonNode models) {
        if (!(models instanceof ObjectNode group)) {
            throw wrong("models", "is a group with one entry per model, for instance models.default.provider");
        }
        Map<String, ModelSettings> all = new TreeMap<>();
        group.properties().forEach(entry -> all.put(entry.getKey(), new Entry(entry.getKey(), entry.getValue()).settings()));
        return all;
    }

    private static NovumException wrong(String key, String problem) {
        return new NovumException(ExitCode.CONFIGURATION, key + ": " + problem);
    }

    private record Entry(String name, JsonNode values) {
        ModelSettings settings() {
            if (!values.isObject()) {
                throw wrong("models." + name, "is a group with the keys " + KEYS);
            }
            values.fieldNames().forEachRemaining(key -> {
                if (key.toLowerCase(Locale.ROOT).contains("apikey")) {
                    throw wrong(
                            at(key),
                            "a key never stands in a study; put it into the environment or " + Secrets.FILE
                                    + " and name the variable as models." + name + ".key");
                }
                if (!KEYS.contains(key)) {
                    throw wrong(at(key), "is unknown; known are " + KEYS);
                }
            });
            Provider provider = provider();
            return new ModelSettings(
                    new ModelCard(name, provider.key(), model(provider), prices()),
                    provider,
                    address(provider),
                    keyVariable().or(provider::keyVariable),
                    manners());
        }

        private Provider provider() {
            String text = text("provider").orElse(Provider.OPENAI_COMPATIBLE.key());
            return Provider.named(text)
                    .orElseThrow(() -> wrong(
                            at("provider"),
                            "'" + text + "' is unknown; known are "
                                    + Arrays.stream(Provider.values()).map(Provider::key).collect(Collectors.joining(", "))));
        }

        private String model(Provider provider) {
            return text("model")
                    .or(provider::usualModel)
                    .orElseThrow(() -> wrong(at("model"), "is missing; " + provider.key() + " serves whatever you run"));
        }

        private URI address(Provider provider) {
            Optional<String> text = text("baseUrl");
            if (text.isEmpty()) {
                return provider.address().orElseThrow(() -> wrong(at("baseUrl"), "is missing, for instance http://localhost:8000/v1"));
            }
            try {
                URI uri = URI.create(text.get());
                if (uri.getUserInfo() != null || uri.getQuery() != null) {
                    throw wrong(at("baseUrl"), "holds no user, password or query: it is written into journals and bundles");
                }
                if (uri.getHost() != null && Set.of("http", "https").contains(uri.getScheme())) {
                    return uri;
                }
            } catch (IllegalArgumentException malformed) {
                throw new NovumException(ExitCode.CONFIGURATION, at("baseUrl") + ": not an address: " + malformed.getMessage(), malformed);
            }
            throw wrong(at("baseUrl"), "'" + text.get() + "' is not an http or https address");
        }

        private ModelCard.Prices prices() {
            return new ModelCard.Prices(number("inputPrice", 0, PRICE), number("outputPrice", 0, PRICE));
        }

        private ModelSettings.Manners manners() {
            ModelSettings.Manners usual = ModelSettings.Manners.USUAL;
            return new ModelSettings.Manners(
                    new ModelRequest.Sampling(
                            number("temperature", usual.sampling().temperature(), TEMPERATURE),
                            whole("maxOutputTokens", usual.sampling().maxOutputTokens(), TOKENS)),
                    seconds("timeoutSeconds", usual.timeout()),
                    whole("tries", usual.tries(), TRIES),
                    seconds("pauseSeconds", usual.pause()),
                    repeats());
        }

        private ModelSettings.Repeats repeats() {
            JsonNode value = values.path("honoursKeys");
            if (!value.isMissingNode() && !value.isBoolean()) {
                throw wrong(
                        at("honoursKeys"),
                        "is true where the provider charges a call once however often it comes under one "
                                + "Idempotency-Key, else false");
            }
            return value.asBoolean() ? ModelSettings.Repeats.CHARGED_ONCE : ModelSettings.Repeats.CHARGED_EACH;
        }

        private Optional<String> keyVariable() {
            Optional<String> name = text("key");
            if (name.isPresent() && !VARIABLE.matcher(name.get()).matches()) {
                // The value is not shown: it may well be the key itself.
                throw wrong(
                        at("key"),
                        "is the name of a variable in capitals, such as MY_MODEL_KEY; the key itself never stands in a study");
            }
            return name;
        }

        private Duration seconds(String key, Duration usual) {
            return Duration.ofMillis(Math.round(1000 * number(key, usual.toMillis() / 1000.0, SECONDS)));
        }

        private int whole(String key, int usual, Range range) {
            JsonNode value = values.path(key);
            if (value.isNumber() && !value.isIntegralNumber()) {
                throw wrong(at(key), "'" + value.asText() + "' is not a whole number " + range);
            }
            return (int) number(key, usual, range);
        }

        private double number(String key, double usual, Range range) {
            JsonNode value = values.path(key);
            if (value.isMissingNode() || value.isNull()) {
                return usual;
            }
            if (!value.isNumber() || !(value.doubleValue() >= range.least()) || !(value.doubleValue() <= range.most())) {
                throw wrong(at(key), "'" + value.asText() + "' is not a number " + range);
            }
            return value.doubleValue();
        }

        private Optional<String> text(String key) {
            JsonNode value = values.path(key);
            if (value.isMissingNode() || value.isNull()) {
                return Optional.empty();
            }
            if (!value.isTextual() || value.asText().isBlank()) {
                throw wrong(at(key), "is a text" + (value.isNumber() ? "; write \"" + value.asText() + "\" in quotes" : ""));
            }
            return Optional.of(value.asText().strip());
        }

        private String at(String key) {
            return "models." + name + "." + key;
        }
    }
}
