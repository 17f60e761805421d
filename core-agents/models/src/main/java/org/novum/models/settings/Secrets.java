package org.novum.models.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/**
 * Keys of models: from the environment, otherwise from {@code secrets.properties} in the home folder, which must not be
 * readable by others.
 */
public final class Secrets {
    /** Name of the file in {@code NOVUM_HOME}. */
    public static final String FILE = "secrets.properties";

    private final Map<String, String> environment;
    private final Path file;

    /**
     * @param environment of the process
     * @param home folder that may hold the file
     */
    public Secrets(Map<String, String> environment, Path home) {
        this.environment = environment;
        this.file = home.resolve(FILE);
    }

    /**
     * Looks a key up.
     *
     * @param variable its name
     * @throws NovumException with {@code CONFIGURATION} if others may read the file
     */
    public Optional<Secret> find(String variable) {
        String fromEnvironment = environment.get(variable);
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return Optional.of(new Secret(fromEnvironment.strip()));
        }
        return Optional.ofNullable(stored().getProperty(variable))
                .filter(value -> !value.isBlank())
                .map(value -> new Secret(value.strip()));
    }

    private Properties stored() {
        Properties properties = new Properties();
        if (!Files.exists(file)) {
            return properties;
        }
        refuseIfOthersMayRead();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException | IllegalArgumentException unreadable) {
            // The message of the cause may quote the file, so it is left out.
            throw new NovumException(ExitCode.CONFIGURATION, file + ": cannot be read as lines of NAME=key");
        }
        return properties;
    }

    private void refuseIfOthersMayRead() {
        try {
            Set<PosixFilePermission> allowed = Files.getPosixFilePermissions(file);
            if (allowed.contains(PosixFilePermission.GROUP_READ) || allowed.contains(PosixFilePermission.OTHERS_READ)) {
                throw new NovumException(
                        ExitCode.CONFIGURATION, file + ": others may read your keys; close it with: chmod 600 " + file);
            }
        } catch (UnsupportedOperationException _) {
            // A file system without such permissions: its owner guards it in other ways.
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.CONFIGURATION, file + ": cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }
}
