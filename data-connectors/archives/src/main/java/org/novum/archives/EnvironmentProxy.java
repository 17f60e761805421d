package org.novum.archives;

import java.io.IOException;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * The proxy that {@code http_proxy}, {@code https_proxy} and {@code all_proxy} name, but for the hosts of {@code no_proxy}.
 *
 * <p>System properties ({@code https.proxyHost} and so on) come before it. As with curl, which
 * <a href="https://curl.se/libcurl/c/libcurl-env.html">describes</a> these variables, names in upper case count too, but for
 * {@code HTTP_PROXY}, which a caller of a web server can set. Hosts of this machine are asked without a proxy.
 */
final class EnvironmentProxy extends ProxySelector {
    private static final int USUAL_PORT = 1080;

    private final Map<String, String> environment;

    EnvironmentProxy(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    @Override
    public List<Proxy> select(URI uri) {
        String scheme = String.valueOf(uri.getScheme());
        Optional<URI> proxy = System.getProperty(scheme + ".proxyHost") == null ? proxy(scheme) : Optional.empty();
        if (proxy.isEmpty()) {
            ProxySelector usual = ProxySelector.getDefault();
            return usual == null ? List.of(Proxy.NO_PROXY) : usual.select(uri);
        }
        if (isDirect(String.valueOf(uri.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        int port = proxy.get().getPort() < 0 ? USUAL_PORT : proxy.get().getPort();
        return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(proxy.get().getHost(), port)));
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        // The request that failed says so itself, and there is no second proxy to choose.
    }

    /** Tells name and password to the proxies whose addresses hold them. */
    Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                if (getRequestorType() != RequestorType.PROXY) {
                    return null;
                }
                return List.of("http", "https").stream()
                        .flatMap(scheme -> proxy(scheme).stream())
                        .filter(proxy -> proxy.getUserInfo() != null && proxy.getHost().equalsIgnoreCase(getRequestingHost()))
                        .findFirst()
                        .map(proxy -> proxy.getUserInfo().split(":", 2))
                        .map(parts -> new PasswordAuthentication(parts[0], (parts.length > 1 ? parts[1] : "").toCharArray()))
                        .orElse(null);
            }
        };
    }

    /** Whether some proxy wants a name. */
    boolean wantsName() {
        return List.of("http", "https").stream().flatMap(scheme -> proxy(scheme).stream()).anyMatch(proxy -> proxy.getUserInfo() != null);
    }

    private Optional<URI> proxy(String scheme) {
        List<String> names = new ArrayList<>(List.of(scheme + "_proxy"));
        if (!scheme.equals("http")) {
            names.add(scheme.toUpperCase(Locale.ROOT) + "_PROXY");
        }
        names.addAll(List.of("all_proxy", "ALL_PROXY"));
        return names.stream()
                .filter(name -> !environment.getOrDefault(name, "").isBlank())
                .findFirst()
                .map(name -> proxyOf(name, environment.getOrDefault(name, "").strip()));
    }

    private static URI proxyOf(String name, String text) {
        try {
            URI proxy = URI.create(text.contains("://") ? text : "http://" + text);
            if ("http".equals(proxy.getScheme()) && proxy.getHost() != null) {
                return proxy;
            }
        } catch (IllegalArgumentException e) {
            throw wrong(name);
        }
        throw wrong(name);
    }

    /** Does not show the value, which may hold a password. */
    private static NovumException wrong(String name) {
        return new NovumException(
                ExitCode.CONFIGURATION, "the environment variable " + name + " names no proxy that can be used; write http://HOST:PORT");
    }

    private boolean isDirect(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("^\\[|\\]$", "");
        Optional<InetAddress> address = literal(name);
        if (name.equals("localhost") || name.endsWith(".localhost") || address.filter(InetAddress::isLoopbackAddress).isPresent()) {
            return true;
        }
        String exceptions = environment.getOrDefault("no_proxy", environment.getOrDefault("NO_PROXY", ""));
        return Arrays.stream(exceptions.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                .map(each -> each.replaceFirst("^\\*?\\.", ""))
                .filter(each -> !each.isEmpty())
                .anyMatch(each -> each.equals("*")
                        || name.equals(each)
                        || (address.isEmpty() && name.endsWith("." + each))
                        || address.filter(known -> isWithin(known, each)).isPresent());
    }

    /** Whether an address is in a network such as {@code 10.0.0.0/8}. */
    private static boolean isWithin(InetAddress address, String network) {
        int slash = network.indexOf('/');
        if (slash < 0 || !network.substring(slash + 1).matches("\\d{1,3}")) {
            return false;
        }
        int bits = Integer.parseInt(network.substring(slash + 1));
        byte[] ours = address.getAddress();
        return literal(network.substring(0, slash))
                .map(InetAddress::getAddress)
                .filter(theirs -> theirs.length == ours.length && bits <= 8 * ours.length)
                .filter(theirs -> sameBits(ours, theirs, bits))
                .isPresent();
    }

    private static boolean sameBits(byte[] first, byte[] second, int bits) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((first[bit / 8] ^ second[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** An address written in numbers; no name is looked up. */
    private static Optional<InetAddress> literal(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a name
        }
    }
}
