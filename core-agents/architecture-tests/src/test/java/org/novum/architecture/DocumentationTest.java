package org.novum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** What the documents name exists. */
class DocumentationTest {
    /** Words in backticks that look like a type and are none of Novum's: types of others, file names, proper names. */
    private static final Set<String> NOT_OUR_TYPES =
            Set.of("ServiceLoader", "StrictMath", "Math", "FastMath", "JsonNode", "VectorSchemaRoot", "BufferAllocator", "NetClient");

    private static final Path ARCHITECTURE = Modules.ROOT.resolve("ARCHITECTURE.md");

    @TestFactory
    Stream<DynamicTest> linksResolve() {
        return Documents.below(Modules.ROOT).stream()
                .map(document -> DynamicTest.dynamicTest(
                        Modules.ROOT.relativize(document).toString(),
                        () -> assertThat(Documents.brokenLinks(document)).as("links that lead nowhere").isEmpty()));
    }

    @Test
    void typesOfTheArchitectureExist() {
        Assumptions.assumeTrue(Files.exists(ARCHITECTURE), "there is no ARCHITECTURE.md");
        assertThat(unknownTypes(ARCHITECTURE)).as("types that ARCHITECTURE.md names and nobody has").isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> commandsExist() {
        Set<String> known = commands();
        return Documents.below(Modules.ROOT).stream()
                .filter(document -> !Documents.commandsNamed(document).isEmpty())
                .map(document -> DynamicTest.dynamicTest(Modules.ROOT.relativize(document).toString(), () -> {
                    Assumptions.assumeFalse(known.isEmpty(), "there is no command line");
                    assertThat(known).as("commands of the command line").containsAll(Documents.commandsNamed(document));
                }));
    }

    @Test
    void findsWhatIsWrongInADocument(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("other.md"), "# The words, in order\n");
        Path document = Files.writeString(folder.resolve("bad.md"), """
                # Title
                See [here](other.md), [there](absent.md), [a word](other.md#the-words-in-order),
                [no word](other.md#no-words), [this](#title), [not this](#subtitle), [the web](https://example.org).
                `Dataset`, `NoSuchType`, `Operation<I>`, `Verdict.Discovery`, `NOVUM_HOME`, `HypothesisSpace.propose`.
                Type `./novum demo` or:
                ```
                [a list](not-a-link.md)
                $ novum frobnicate --out DIR
                ```
                """);
        assertThat(Documents.brokenLinks(document)).containsExactly("absent.md", "other.md#no-words", "#subtitle");
        assertThat(unknownTypes(document)).containsExactly("NoSuchType");
        assertThat(Documents.commandsNamed(document)).containsExactly("demo", "frobnicate");
    }

    private static Set<String> unknownTypes(Path document) {
        Set<String> known = Modules.PRODUCT.stream().map(JavaClass::getSimpleName).collect(Collectors.toSet());
        Set<String> unknown = new TreeSet<>(Documents.typesNamed(document));
        unknown.removeAll(known);
        unknown.removeAll(NOT_OUR_TYPES);
        return unknown;
    }

    /** Names of picocli's {@code @Command}, on classes, on methods and on the subcommands that picocli itself brings. */
    private static Set<String> commands() {
        return Modules.PRODUCT.stream()
                .flatMap(javaClass -> Stream.concat(
                        javaClass.getAnnotations().stream(),
                        javaClass.getMethods().stream().flatMap(method -> method.getAnnotations().stream())))
                .filter(DocumentationTest::isCommand)
                .flatMap(annotation -> Stream.concat(Stream.of(annotation), subcommands(annotation)))
                .flatMap(annotation -> name(annotation).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCommand(JavaAnnotation<?> annotation) {
        return annotation.getRawType().getFullName().equals("picocli.CommandLine$Command");
    }

    private static Stream<JavaAnnotation<?>> subcommands(JavaAnnotation<?> annotation) {
        return annotation.get("subcommands").stream()
                .flatMap(classes -> Stream.of((JavaClass[]) classes))
                .<JavaAnnotation<?>>flatMap(javaClass -> javaClass.getAnnotations().stream())
                .filter(DocumentationTest::isCommand);
    }

    private static Optional<String> name(JavaAnnotation<?> annotation) {
        return annotation.get("name").map(Object::toString);
    }
}
