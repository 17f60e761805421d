package org.novum.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns away callers without the token and pages of other sites: a browser would let such a page call this machine under a
 * name that it made point here, so on the loopback only the loopback's own names are answered to.
 */
record Guard(HttpOptions options) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");
    private static final String BEARER = "Bearer ";

    /** Why the request is turned away, if it is. */
    Optional<Refusal> refusal(HttpServerRequest request) {
        if (options.loopback() && (request.authority() == null || !LOOPBACK.contains(request.authority().host()))) {
            return Optional.of(new Refusal(403, "this server answers to the names of the loopback alone, such as localhost"));
        }
        if (!sameSite(request.getHeader("Origin"), request)) {
            return Optional.of(new Refusal(403, "pages of other sites may not call this server"));
        }
        return options.token().filter(token -> !shown(token, request.getHeader("Authorization")))
                .map(_ -> new Refusal(401, "show the token: Authorization: Bearer TOKEN"));
    }

    private boolean sameSite(@Nullable String origin, HttpServerRequest request) {
        if (origin == null) {
            return true;
        }
        try {
            String host = URI.create(origin).getHost();
            return host != null
                    && (LOOPBACK.contains(host) && options.loopback()
                            || request.authority() != null && host.equals(request.authority().host()));
        } catch (IllegalArgumentException none) {
            return false;
        }
    }

    /** Compares in a time that does not tell how much of it is right. */
    private static boolean shown(String token, @Nullable String header) {
        return header != null
                && header.startsWith(BEARER)
                && MessageDigest.isEqual(
                        header.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        token.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * A request that is turned away.
     *
     * @param status of the answer
     * @param reason one line
     */
    record Refusal(int status, String reason) {}
}
