package org.novum.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The modules of the repository, found by their folders, and their compiled classes. */
final class Modules {
    /** The repository's root, seen from this module's folder. */
    static final Path ROOT = Path.of("..", "..").toAbsolutePath().normalize();

    /** Every class of the product that is on the class path. */
    static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.novum");

    private Modules() {}

    /** Root packages of the modules that a folder's POM builds and that have code: {@code org.novum.particledecay}. */
    static List<String> packagesBelow(String folder) {
        try (Stream<Path> modules = Files.list(ROOT.resolve(folder))) {
            String pom = Files.readString(ROOT.resolve(folder).resolve("pom.xml"));
            return modules.filter(module -> pom.contains("<module>" + module.getFileName() + "</module>"))
                    .map(module -> module.resolve("src/main/java/org/novum"))
                    .filter(Files::isDirectory)
                    .flatMap(Modules::children)
                    .map(child -> "org.novum." + child.getFileName())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + ROOT.resolve(folder), unreadable);
        }
    }

    /** Packages of the disciplines. */
    static List<String> disciplines() {
        return packagesBelow("discipline-plugins");
    }

    /** Packages of the connectors. */
    static List<String> connectors() {
        return packagesBelow("data-connectors");
    }

    /** Packages of the core. */
    static List<String> core() {
        return packagesBelow("core-agents");
    }

    private static Stream<Path> children(Path folder) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("cannot list " + folder, unreadable);
        }
    }
}
