package org.novum.server.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Where and to whom the server answers.
 *
 * @param host name or address of the interface it listens on
 * @param port 0 for any that is free
 * @param token that callers must show, if any; needed on every interface but the loopback
 * @param uploads folder that takes uploaded files, one of the served ones, if callers may upload
 * @param uploadLimit bytes of one uploaded file
 */
public record HttpOptions(String host, int port, Optional<String> token, Optional<Path> uploads, long uploadLimit) {
    /** @throws NovumException with {@code USAGE} if others than this machine could call without a token */
    public HttpOptions {
        if (token.isEmpty() && !isLoopback(host)) {
            throw new NovumException(
                    ExitCode.USAGE,
                    host + " can be reached by others; set NOVUM_TOKEN to what callers must show, or listen on 127.0.0.1");
        }
    }

    boolean loopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            throw new NovumException(ExitCode.USAGE, host + " is no address of this machine; listen on 127.0.0.1", unknown);
        }
    }
}
