package org.novum.archives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

class EnvironmentProxyTest {
    private static final URI FAR = URI.create("http://archive.example/files/Ymumu.csv");

    @TempDir
    private Path folder;

    private static String chosen(Map<String, String> environment, String uri) {
        Proxy proxy = new EnvironmentProxy(environment).select(URI.create(uri)).getFirst();
        return proxy.address() instanceof InetSocketAddress address ? address.getHostString() + ":" + address.getPort() : "none";
    }

    @ParameterizedTest
    @CsvSource({
        "http_proxy, http://proxy.example:3128, http://a.example/x, proxy.example:3128",
        "http_proxy, proxy.example:3128/, http://a.example/x, proxy.example:3128",
        "http_proxy, proxy.example, http://a.example/x, proxy.example:1080",
        "http_proxy, proxy.example:3128, https://a.example/x, none",
        "https_proxy, proxy.example:3128, https://a.example/x, proxy.example:3128",
        "HTTPS_PROXY, proxy.example:3128, https://a.example/x, proxy.example:3128",
        "HTTP_PROXY, proxy.example:3128, http://a.example/x, none",
        "all_proxy, proxy.example:3128, https://a.example/x, proxy.example:3128",
        "http_proxy, proxy.example:3128, http://localhost:80/x, none",
        "http_proxy, proxy.example:3128, http://127.0.0.1/x, none",
        "http_proxy, proxy.example:3128, http://[::1]/x, none",
        "http_proxy, '', http://a.example/x, none"
    })
    void choosesByScheme(String name, String value, String uri, String expected) {
        assertThat(chosen(Map.of(name, value), uri)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "*, true", "a.example, true", ".example, true", "*.example, true", "example, true", "b.example a.example, true",
        "'b.example,A.EXAMPLE', true", "xample, false", "b.a.example, false", "'', false"
    })
    void leavesOutHosts(String exceptions, boolean direct) {
        Map<String, String> environment = Map.of("http_proxy", "proxy.example:1", "no_proxy", exceptions);
        assertThat(chosen(environment, "http://a.example/x")).isEqualTo(direct ? "none" : "proxy.example:1");
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.0/8, true", "10.1.2.3, true", "10.1.2.0/23, true", "10.1.4.0/22, false", "10.0.0.0/99, false", "2.3, false"})
    void leavesOutNetworks(String exceptions, boolean direct) {
        Map<String, String> environment = Map.of("http_proxy", "proxy.example:1", "NO_PROXY", exceptions);
        assertThat(chosen(environment, "http://10.1.2.3/x")).isEqualTo(direct ? "none" : "proxy.example:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://me:secret@proxy.example", "https://me:secret@proxy.example", "http://me:secret@", "http://[secret"})
    void refusesWhatIsNoProxyWithoutShowingIt(String value) {
        assertThatThrownBy(() -> chosen(Map.of("http_proxy", value), "http://a.example"))
                .isInstanceOfSatisfying(
                        NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                .hasMessageContaining("http_proxy")
                .message()
                .doesNotContain("secret");
    }

    private Path fetch(EnvironmentProxy proxy) {
        FetchSettings quick = new FetchSettings(
                Duration.ofSeconds(5), Duration.ofSeconds(1), Duration.ofMillis(1), Duration.ofSeconds(1), 2, 1 << 20);
        Fetcher fetcher = new Fetcher(new ArchivePlaces(folder.resolve("home"), Optional.empty()), new Download(quick, proxy));
        return fetcher.fetch(Samples.entry(Optional.of(FAR)), FetchProgress.SILENT);
    }

    @Test
    void fetchesThroughAProxy() throws IOException {
        try (FlakyServer proxy = new FlakyServer(Samples.CONTENT)) {
            assertThat(fetch(new EnvironmentProxy(Map.of("http_proxy", "http://127.0.0.1:" + proxy.port()))))
                    .hasBinaryContent(Samples.CONTENT);
            assertThat(proxy.paths()).containsExactly(FAR.toString());
        }
    }

    @Test
    void tellsAProxyItsNameAndPassword() throws IOException {
        FlakyServer.Behaviour asking = (exchange, content) -> {
            if (isKnown(exchange)) {
                FlakyServer.behaving().answer(exchange, content);
            } else {
                exchange.getResponseHeaders().set("Proxy-Authenticate", "Basic realm=\"lab\"");
                exchange.sendResponseHeaders(407, -1);
            }
        };
        try (FlakyServer proxy = new FlakyServer(Samples.CONTENT, asking, asking)) {
            assertThat(fetch(new EnvironmentProxy(Map.of("http_proxy", "http://me:secret@127.0.0.1:" + proxy.port()))))
                    .hasBinaryContent(Samples.CONTENT);
            assertThat(proxy.paths()).hasSize(2);
        }
    }

    private static boolean isKnown(HttpExchange exchange) {
        String expected = "Basic " + Base64.getEncoder().encodeToString("me:secret".getBytes(StandardCharsets.UTF_8));
        return expected.equals(exchange.getRequestHeaders().getFirst("Proxy-Authorization"));
    }

    @Test
    void saysThatAProxyWantsANameInOneLine() throws IOException {
        try (FlakyServer proxy = new FlakyServer(Samples.CONTENT, FlakyServer.status(407, "Proxy-Authenticate", "Basic realm=\"lab\""))) {
            assertThatThrownBy(() -> fetch(new EnvironmentProxy(Map.of("http_proxy", "http://127.0.0.1:" + proxy.port()))))
                    .isInstanceOfSatisfying(
                            NovumException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.UNAVAILABLE))
                    .hasMessageContaining("407")
                    .message()
                    .doesNotContain("\n");
        }
    }
}
