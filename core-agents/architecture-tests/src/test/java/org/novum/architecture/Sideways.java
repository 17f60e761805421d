package org.novum.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import org.novum.architecture.fixture.Stranger;

/** Makes, in any module's package, a class that knows a module it must not know. */
final class Sideways {
    private Sideways() {}

    /** A class of this module with a field of a stranger's type. */
    static JavaClasses in(String module) {
        try {
            Path folder = Files.createTempDirectory(Path.of("target"), "sideways-");
            new ByteBuddy()
                    .subclass(Object.class)
                    .name("org.novum." + module + ".fixture.KnowsAStranger")
                    .defineField("stranger", Stranger.class, Visibility.PUBLIC)
                    .make()
                    .saveIn(folder.toFile());
            return new ClassFileImporter().importPath(folder);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write a fixture below target", unwritable);
        }
    }
}
