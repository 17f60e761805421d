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
import org.novum.models.ModelException;
import org.novum.models.ModelException.Reason;
import org.novum.models.settings.ModelSettings;

/** What LangChain4j throws, as a reason and a line for the user. */
final class Failure {
    private Failure() {}

    static ModelException of(ModelSettings settings, Throwable thrown) {
        String model = "model " + settings.card().name() + " (" + settings.card().model() + " at " + settings.baseUrl() + "): ";
        return switch (thrown) {
            case AuthenticationException _ ->
                new ModelException(
                        Reason.AUTHENTICATION,
                        model + "the key is missing or wrong; set "
                                + settings.keyVariable().orElse("models." + settings.card().name() + ".key"));
            case ModelNotFoundException _ ->
                new ModelException(
                        Reason.NO_SUCH_MODEL, model + "the provider knows no such model; set models." + settings.card().name() + ".model");
            case RateLimitException _ ->
                new ModelException(Reason.RATE_LIMIT, model + "too many calls; wait, or take another model", thrown);
            case InvalidRequestException _ ->
                new ModelException(Reason.REFUSED_REQUEST, model + "refuses the request: " + line(thrown), thrown);
            case InternalServerException _ ->
                new ModelException(Reason.UNREACHABLE, model + "the provider has a fault: " + line(thrown), thrown);
            case TimeoutException _ -> new ModelException(Reason.TIMEOUT, model + "no reply in time", thrown);
            case UnresolvedModelServerException _ ->
                new ModelException(Reason.UNREACHABLE, model + "cannot be reached; check models." + settings.card().name() + ".baseUrl", thrown);
            case HttpException http when http.statusCode() >= 500 ->
                new ModelException(Reason.UNREACHABLE, model + "the provider has a fault: " + line(thrown), thrown);
            case HttpException _ ->
                new ModelException(Reason.REFUSED_REQUEST, model + "refuses the request: " + line(thrown), thrown);
            case Throwable other when causedByConnection(other) ->
                new ModelException(Reason.UNREACHABLE, model + "cannot be reached or broke off: " + line(root(other)), other);
            default -> new ModelException(Reason.CUT, model + "no whole reply: " + line(thrown), thrown);
        };
    }

    private static boolean causedByConnection(Throwable thrown) {
        return root(thrown) instanceof IOException;
    }

    private static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    private static String line(Throwable thrown) {
        String message = thrown.getMessage() == null ? thrown.getClass().getSimpleName() : thrown.getMessage();
        String line = message.lines().findFirst().orElse(message).strip();
        return line.length() > 200 ? line.substring(0, 200) + "…" : line;
    }
}
