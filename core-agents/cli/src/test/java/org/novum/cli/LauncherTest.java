package org.novum.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script in a tree of its own, with a program that tells how it was started. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    @TempDir
    private Path folder;

    private Path root;
    private Path jar;

    /** What the launcher starts in this test: prints its arguments, complains, and ends with a code. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            StandardError.takeBack();
            System.out.println(String.join("|", arguments));
            System.out.println("examples " + System.getProperty("novum.examples"));
            System.out.println("vector " + ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
            System.err.println("a complaint");
            System.exit(arguments.length > 0 && arguments[0].equals("fail") ? 65 : 0);
        }
    }

    @BeforeEach
    void makeTree() throws IOException {
        root = Files.createDirectories(folder.resolve("a tree"));
        Files.copy(script(), root.resolve("novum"));
        Files.createDirectories(root.resolve("core-agents/cli/target/lib"));
        Files.createDirectories(root.resolve("core-agents/api/src/main/java"));
        Files.writeString(root.resolve("pom.xml"), "<project/>");
        Files.writeString(root.resolve("core-agents/api/src/main/java/A.java"), "class A {}");
        jar = root.resolve("core-agents/cli/target/novum-cli.jar");
        age(root.resolve("pom.xml"), 100);
        age(root.resolve("core-agents/api/src/main/java/A.java"), 100);
    }

    private static Path script() {
        Path here = Path.of("").toAbsolutePath();
        while (!Files.isRegularFile(here.resolve("novum"))) {
            here = here.getParent();
        }
        return here.resolve("novum");
    }

    private static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private static void build(Path jar) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Probe.class.getName());
        manifest.getMainAttributes().put(new Attributes.Name("Enable-Native-Access"), "ALL-UNNAMED");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
            for (Class<?> type : List.of(Probe.class, StandardError.class)) {
                String name = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new ZipEntry(name));
                try (var bytes = type.getClassLoader().getResourceAsStream(name)) {
                    bytes.transferTo(out);
                }
            }
        }
    }

    private record Ended(int code, List<String> out, List<String> error) {}

    private Ended start(Path launcher, Map<String, String> environment, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.redirectOutput(folder.resolve("out.txt").toFile()).redirectError(folder.resolve("error.txt").toFile());
        builder.environment().put("JAVA_HOME", JDK.toString());
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("NOVUM_DEBUG");
        builder.environment().putAll(environment);
        int code = builder.start().waitFor();
        return new Ended(
                code, Files.readAllLines(folder.resolve("out.txt")), Files.readAllLines(folder.resolve("error.txt")));
    }

    private Ended start(String... arguments) throws IOException, InterruptedException {
        return start(root.resolve("novum"), Map.of(), arguments);
    }

    @Test
    void startsTheProgramWithItsArgumentsAndNothingElseOnStandardError() throws IOException, InterruptedException {
        build(jar);
        Ended ended = start("run", "a study.yaml", "--set", "options.massRange=[0.90,1.13]", "", "*");
        assertThat(ended.code()).isZero();
        assertThat(ended.out())
                .containsExactly(
                        "run|a study.yaml|--set|options.massRange=[0.90,1.13]||*",
                        "examples " + root.toRealPath().resolve("examples"),
                        "vector true");
        assertThat(ended.error()).containsExactly("a complaint");
    }

    @Test
    void commandsThatComputeNothingStartWithoutTheVectorModule() throws IOException, InterruptedException {
        build(jar);
        for (List<String> arguments : List.of(List.of("list", "studies"), List.of("--help"), List.<String>of())) {
            Ended ended = start(arguments.toArray(String[]::new));
            assertThat(ended.out()).contains("vector false");
            assertThat(ended.error()).containsExactly("a complaint");
        }
    }

    @Test
    void passesTheExitCodeOn() throws IOException, InterruptedException {
        build(jar);
        assertThat(start("fail").code()).isEqualTo(65);
    }

    @Test
    void worksThroughSymbolicLinks() throws IOException, InterruptedException {
        build(jar);
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Path absolute = Files.createSymbolicLink(bin.resolve("novum"), root.resolve("novum"));
        Path relative = Files.createSymbolicLink(folder.resolve("link"), Path.of("bin/novum"));
        for (Path link : List.of(absolute, relative)) {
            assertThat(start(link, Map.of(), "list").out()).first().isEqualTo("list");
        }
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws IOException, InterruptedException {
        build(jar);
        Path old = Files.createDirectories(folder.resolve("old/bin"));
        for (String program : List.of("java", "javac")) {
            script(old.resolve(program), "echo an old Java\nexit 3\n");
        }
        Files.writeString(folder.resolve("old/release"), "JAVA_VERSION=\"17.0.2\"\n");
        Path current = Files.createDirectories(folder.resolve("current/bin"));
        for (String program : List.of("java", "javac")) {
            script(current.resolve(program), "exec '" + JDK.resolve("bin").resolve(program) + "' \"$@\"\n");
        }
        Files.copy(JDK.resolve("release"), folder.resolve("current/release"));
        Path now = Files.createDirectories(folder.resolve("now"));
        Files.createSymbolicLink(now.resolve("java"), Path.of("../current/bin/java"));
        Ended ended = start(
                root.resolve("novum"),
                Map.of("JAVA_HOME", folder.resolve("old").toString(), "PATH", now + ":" + System.getenv("PATH")),
                "list");
        assertThat(ended.code()).describedAs(ended.toString()).isZero();
    }

    @Test
    void withoutAJdkItSaysWhichToInstall() throws IOException, InterruptedException {
        build(jar);
        String text = Files.readString(root.resolve("novum"));
        Files.writeString(
                root.resolve("novum"),
                text.replace("/usr/lib/jvm", "/nowhere").replace("/Library", "/nowhere").replace("/opt/", "/nowhere/"));
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "sed", "find", "head", "sleep", "mkdir", "tail", "touch")) {
            for (String place : List.of("/bin", "/usr/bin")) {
                if (Files.exists(Path.of(place, tool))) {
                    script(tools.resolve(tool), "exec " + Path.of(place, tool) + " \"$@\"\n");
                }
            }
        }
        Ended ended = start(
                root.resolve("novum"),
                Map.of("JAVA_HOME", "", "PATH", tools.toString(), "HOME", folder.toString(), "SDKMAN_DIR", ""),
                "list");
        assertThat(ended.code()).isEqualTo(69);
        assertThat(ended.error()).hasSize(1);
        assertThat(ended.error().getFirst()).contains("Java 25 is needed", "JAVA_HOME");
    }

    @Test
    void buildsWhatIsMissingAndWhatIsOutOfDate() throws IOException, InterruptedException {
        Path built = folder.resolve("built.jar");
        build(built);
        Path calls = folder.resolve("calls.txt");
        Map<String, String> maven = maven("echo \"$JAVA_HOME $*\" >> '" + calls + "'\ncp '" + built + "' '" + jar + "'\n");

        assertThat(start(root.resolve("novum"), maven, "list").code()).isZero();
        assertThat(Files.readAllLines(calls)).hasSize(1);
        assertThat(Files.readAllLines(calls).getFirst()).contains("-pl core-agents/cli -am package").startsWith("/");
        assertThat(start(root.resolve("novum"), maven, "list").error()).containsExactly("a complaint");
        assertThat(Files.readAllLines(calls)).hasSize(1);

        age(jar, 50);
        Files.writeString(root.resolve("core-agents/api/src/main/java/A.java"), "class A { int changed; }");
        assertThat(start(root.resolve("novum"), maven, "list").error().getFirst()).contains("building");
        assertThat(Files.readAllLines(calls)).hasSize(2);
    }

    @Test
    void aFailedBuildShowsItsLog() throws IOException, InterruptedException {
        Ended ended = start(root.resolve("novum"), maven("echo '[ERROR] A.java does not compile'\nexit 1\n"), "list");
        assertThat(ended.code()).isEqualTo(70);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.error()).contains("[ERROR] A.java does not compile");
        assertThat(ended.error().getLast()).startsWith("novum: the build failed; see ").endsWith("build.log");
    }

    private Map<String, String> maven(String body) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("maven"));
        script(bin.resolve("mvn"), body);
        return Map.of("PATH", bin + ":" + System.getenv("PATH"));
    }

    private static void script(Path file, String body) throws IOException {
        Files.writeString(file, "#!/bin/sh\n" + body);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }
}
