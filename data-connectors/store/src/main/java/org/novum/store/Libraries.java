package org.novum.store;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * The names of all archives that the program runs from, which say their versions: what a connector reads is the work of libraries
 * too, and another version may read something else.
 */
final class Libraries {
    /** Of this process. */
    static final String NAMES = names(System.getProperty("java.class.path", ""));

    private Libraries() {}

    /**
     * The names on a class path, with those that the manifests of its archives name.
     *
     * @param classPath as Java writes it
     */
    static String names(String classPath) {
        TreeSet<String> names = new TreeSet<>();
        for (String entry : classPath.split(File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isRegularFile(path)) {
                names.add(String.valueOf(path.getFileName()));
                for (String named : inManifest(path).trim().split("\\s+")) {
                    names.add(named.substring(named.lastIndexOf('/') + 1));
                }
            }
        }
        names.remove("");
        return String.join(" ", names);
    }

    private static String inManifest(Path archive) {
        try (JarFile jar = new JarFile(archive.toFile(), false)) {
            Manifest manifest = jar.getManifest();
            String named = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return named == null ? "" : named;
        } catch (IOException e) {
            return ""; // what is no archive brings no classes
        }
    }
}
