package org.novum.models.live;

import dev.langchain4j.exception.AuthenticationException;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.exception.InternalServerException;
import dev.langchain4j.exception.InvalidRequestException;
import dev.langchain4j.exception.ModelNotFoundException;
import dev.langchain4j.exception.RateLimitException;
import dev.langchain4j.exception.TimeoutException;
import dev.langchain4j.exception.UnresolvedModelServerException;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.form.Recordable;
import org.novum.models.settings.ModelSettings;
import org.novum.models.settings.Secret;

/**
 * What LangChain4j throws, as a reason and a line for the user.
 *
 * @param settings of the model
 * @param key that must not show, whatever the provider writes into its refusal
 */
record Failure(ModelSettings settings, Optional<Secret> key) {
    private static final int LINE_LENGTH = 200;

    ModelException of(Throwable thrown) {
        String model = "model " + settings.card().name() + " (" + settings.card().model() + " at " + settings.baseUrl() + "): ";
        String group = "models." + settings.card().name() + ".";
        return switch (thrown) {
            case AuthenticationException _ ->
                failed(Reason.AUTHENTICATION, model + "the key is missing or wrong; set "
                        + settings.keyVariable().orElse(group + "key"), thrown);
            case ModelNotFoundException _ ->
                failed(Reason.NO_SUCH_MODEL, model + "the provider knows no such model; set " + group + "model", thrown);
            case RateLimitException _ ->
                failed(Reason.RATE_LIMIT, model + "too many calls; " + wait(thrown) + "or take another model", thrown);
            case InvalidRequestException _ ->
                failed(Reason.REFUSED_REQUEST, model + "refuses the request: " + line(thrown), thrown);
            case InternalServerException _ ->
                failed(Reason.UNREACHABLE, model + "the provider has a fault: " + line(thrown), thrown);
            case TimeoutException _ -> failed(Reason.TIMEOUT, model + "no reply in time", thrown);
            case Throwable _ when chain(thrown).anyMatch(Exchange.TooLong.class::isInstance) ->
                failed(Reason.TOO_LONG, model + "was broken off: it sends " + line(root(thrown)), thrown);
            case Throwable _ when chain(thrown).anyMatch(ConnectException.class::isInstance) ->
                failed(Reason.NOT_CONNECTED, model + "nobody answers there; check " + group + "baseUrl", thrown);
            case UnresolvedModelServerException _ ->
                failed(Reason.NOT_CONNECTED, model + "cannot be reached; check " + group + "baseUrl", thrown);
            case HttpException http when http.statusCode() >= 500 ->
                failed(Reason.UNREACHABLE, model + "the provider has a fault: " + line(thrown), thrown);
            case HttpException _ -> failed(Reason.REFUSED_REQUEST, model + "refuses the request: " + line(thrown), thrown);
            case Throwable _ when root(thrown) instanceof IOException ->
                failed(Reason.UNREACHABLE, model + "cannot be reached or broke off: " + line(root(thrown)), thrown);
            default -> failed(Reason.CUT, model + "no whole reply: " + line(thrown), thrown);
        };
    }

    private ModelException failed(Reason reason, String message, Throwable thrown) {
        // A trace would quote what the provider said, so it goes no further if it says the key.
        boolean shows = chain(thrown).map(Throwable::toString).anyMatch(text -> !safe(text).equals(text));
        Optional<Duration> pause = pause(thrown);
        return shows || pause.isPresent()
                ? new ModelException(reason, message, pause.orElse(Duration.ZERO))
                : new ModelException(reason, message, thrown);
    }

    private String wait(Throwable thrown) {
        return pause(thrown).map(pause -> "it asks for " + pause.toSeconds() + " s of rest; ").orElse("") + "wait, ";
    }

    private static Optional<Duration> pause(Throwable thrown) {
        return chain(thrown)
                .filter(Exchange.Declined.class::isInstance)
                .flatMap(declined -> ((Exchange.Declined) declined).pause().stream())
                .findFirst();
    }

    /** A text of the provider without the key. */
    String safe(String text) {
        return key.map(secret -> secret.hiddenIn(text)).orElse(text);
    }

    private static Stream<Throwable> chain(Throwable thrown) {
        return Stream.iterate(thrown, one -> one != null, Throwable::getCause);
    }

    private static Throwable root(Throwable thrown) {
        return chain(thrown).reduce(thrown, (_, deeper) -> deeper);
    }

    private String line(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String plain = safe(Recordable.text(message));
        String line = plain.lines().findFirst().orElse(plain).strip();
        return line.length() > LINE_LENGTH ? line.substring(0, LINE_LENGTH) + "…" : line;
    }
}
