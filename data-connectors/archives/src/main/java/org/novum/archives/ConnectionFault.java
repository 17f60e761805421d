package org.novum.archives;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** What was wrong with a connection, in a user's words instead of the HTTP client's. */
final class ConnectionFault {
    private static final Pattern CUT = Pattern.compile("fixed content-length: (\\d+), bytes received: (\\d+)");

    private ConnectionFault() {}

    static String of(IOException e) {
        // A body that broke off is called closed, and only the cause says how.
        Throwable told = "closed".equals(e.getMessage()) && e.getCause() != null ? e.getCause() : e;
        String message = String.valueOf(told.getMessage());
        Matcher cut = CUT.matcher(message);
        if (cut.find()) {
            return "the connection ended after " + cut.group(2) + " of " + cut.group(1) + " bytes";
        }
        if (message.contains("chunked transfer encoding")) {
            return "the connection ended before the last bytes";
        }
        if (message.contains("header parser received no bytes")) {
            return "the connection ended without an answer";
        }
        return switch (told) {
            case ProtocolException _ -> "its answer is not HTTP";
            case HttpConnectTimeoutException _ -> "no connection came about in time";
            case HttpTimeoutException _ -> "no answer came in time";
            case ConnectException _ when hasCause(told, UnresolvedAddressException.class) -> "nobody knows the host's address";
            case ConnectException _ -> "the host lets nobody connect";
            case SSLException _ -> "no secure connection came about: " + message.replaceAll("\\s+", " ");
            case EOFException _ -> "the connection ended before the answer did";
            default -> told.getMessage() == null ? "the connection broke" : "the connection broke: " + message.replaceAll("\\s+", " ");
        };
    }

    private static boolean hasCause(Throwable thrown, Class<? extends Throwable> type) {
        Throwable cause = thrown.getCause();
        while (cause != null && !type.isInstance(cause)) {
            cause = cause.getCause();
        }
        return cause != null;
    }
}
