package org.novum.runtime;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this Novum. */
public final class NovumVersion {
    private NovumVersion() {}

    /** As in the Maven project, for instance {@code 0.1.0}. */
    public static String current() {
        Properties properties = new Properties();
        try (InputStream in = NovumVersion.class.getResourceAsStream("version.properties")) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("version.properties is not in the jar", unreadable);
        }
        return properties.getProperty("version");
    }
}
