package org.novum.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibrariesTest {
    @TempDir
    private Path folder;

    private Path jar(String name, String classPath) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath);
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            new JarOutputStream(out, manifest).close();
        }
        return file;
    }

    @Test
    void namesOfArchivesAndOfTheirManifestsInOneOrder() throws IOException {
        Path program = jar("program.jar", "lib/reader-1.2.jar file:/there/bits-3.0.jar");
        Path other = Files.writeString(folder.resolve("another.jar"), "no archive");
        String classPath = String.join(File.pathSeparator, program.toString(), "", other.toString(), folder.toString(), "gone.jar");
        assertThat(Libraries.names(classPath)).isEqualTo("another.jar bits-3.0.jar program.jar reader-1.2.jar");
        jar("program.jar", "lib/reader-1.3.jar");
        assertThat(Libraries.names(classPath)).isEqualTo("another.jar program.jar reader-1.3.jar");
    }

    @Test
    void thisProcessHasSome() {
        assertThat(Libraries.NAMES).contains(".jar");
    }
}
