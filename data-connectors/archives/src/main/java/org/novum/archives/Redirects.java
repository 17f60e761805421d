package org.novum.archives;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;

/** Follows a server that sends elsewhere (RFC 9110, section 15.4), within HTTP and never from https to http. */
final class Redirects {
    private static final int MOST = 10;

    private Redirects() {}

    /** A server sends where nobody should go. */
    static final class Astray extends IOException {
        private static final long serialVersionUID = 1;

        Astray(String reason) {
            super(reason);
        }
    }

    /**
     * Asks until somebody answers with anything else than another place.
     *
     * @param request what to ask at a place
     * @throws Astray if the way leads in circles, on and on, out of HTTP, or from https to http
     * @throws IOException if a server cannot be reached
     */
    static HttpResponse<InputStream> follow(HttpClient client, URI start, Function<URI, HttpRequest> request)
            throws IOException, InterruptedException {
        Set<URI> visited = new LinkedHashSet<>();
        URI place = start;
        while (true) {
            if (!visited.add(place)) {
                throw new Astray("it redirects in a circle, back to " + place);
            }
            if (visited.size() > MOST) {
                throw new Astray("it redirects more than " + MOST + " times");
            }
            HttpResponse<InputStream> response = send(client, request.apply(place));
            switch (response.statusCode()) {
                case 301, 302, 303, 307, 308 -> {
                    response.body().close();
                    place = next(place, response);
                }
                default -> {
                    return response;
                }
            }
        }
    }

    private static HttpResponse<InputStream> send(HttpClient client, HttpRequest request)
            throws IOException, InterruptedException {
        try {
            return client.send(request, BodyHandlers.ofInputStream());
        } catch (IllegalArgumentException e) {
            // A length of twenty digits: the client does not read headers as carefully as it could.
            throw new ProtocolException("its headers cannot be read: " + e.getMessage());
        }
    }

    private static URI next(URI place, HttpResponse<?> response) throws Astray {
        String location = response.headers()
                .firstValue("Location")
                .orElseThrow(() -> new Astray("it redirects without saying where to"));
        URI next;
        try {
            next = place.resolve(location);
        } catch (IllegalArgumentException e) {
            throw new Astray("it redirects to what is no address");
        }
        String scheme = String.valueOf(next.getScheme());
        if (!scheme.equals("http") && !scheme.equals("https") || next.getHost() == null) {
            throw new Astray("it redirects to " + scheme + ":, which is not followed");
        }
        if (scheme.equals("http") && "https".equals(place.getScheme())) {
            throw new Astray("it redirects from https to http, which is not followed");
        }
        return next;
    }
}
