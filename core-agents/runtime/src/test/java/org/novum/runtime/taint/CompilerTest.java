package org.novum.runtime.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The compiler lets nobody act on a foreign value: what follows is compiled, or refused, as the program itself is. */
class CompilerTest {
    private static final String FRAME = """
            package org.novum.runtime.elsewhere;
            import java.util.List;
            import org.novum.api.discipline.*;
            import org.novum.models.ToolCall;
            import org.novum.report.prose.*;
            import org.novum.runtime.model.*;
            import org.novum.runtime.taint.*;
            import com.fasterxml.jackson.databind.JsonNode;
            class Tried {
                void tried(Sourced<JsonNode> tree, Sourced<String> text, Sourced<ToolCall> wish, CallGate calls,
                        ModelAnalyst.Caller caller, HypothesisSpace space, References references) {
                    %s
                }
                %s
            }
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "text.block(\"note\");",
                "new ClaimGate(space, \"model\").admit(tree);",
                "calls.admit(wish);",
                "new ProseGate(references, \"run\").grounded(text).value();",
                "if (calls.admit(wish) instanceof Gate.Gated.Through<AuthorisedCall<?>>(var call)) { caller.call(call, 1); }"
            })
    void whatGatesLetInIsUsed(String statement) {
        assertThat(problems(statement, "")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "String words = text;                               | incompatible types",
                "text.open();                                       | open() is not public",
                "Object value = text.value;                         | value has private access",
                "space.phrase(tree, \"model\");                     | cannot be converted to JsonNode",
                "new Hypothesis(\"id\", text, \"model\", null);     | cannot be converted to String",
                "new Hypothesis(\"id\", \"statement\", \"m\", tree); | cannot be converted to JsonNode",
                "caller.call(wish, 1);                              | cannot be converted to Admitted",
                "new Admitted<>(text);                              | is not public",
                "new Piece.Said(text);                              | cannot be converted to String",
                "Grounding.ground(text, references, \"run\");       | cannot be converted to String",
                "new Criticism.Withdrawal(text, text);              | cannot be converted to String"
            })
    void whatIsForeignIsNot(String statement, String problem) {
        assertThat(problems(statement, "")).anyMatch(found -> found.contains(problem));
    }

    @Test
    void nobodyAddsAGate() {
        String gate = "record Mine() implements Gate<String, String> {"
                + " public Gated<String> admit(Sourced<String> foreign) { return null; } }";
        assertThat(problems("", gate)).anyMatch(found -> found.contains("sealed"));
    }

    @Test
    void aCriticHasNoWordForAcceptance() {
        String lift = "record Lift(String hypothesis, Sourced<String> reason) implements Criticism {}";
        assertThat(problems("", lift)).anyMatch(found -> found.contains("sealed"));
    }

    private List<String> problems(String statement, String member) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaFileObject source = new SimpleJavaFileObject(URI.create("string:///Tried.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return String.format(Locale.ROOT, FRAME, statement, member);
            }
        };
        List<String> options = List.of(
                "-d", folder.toString(), "-proc:none", "-classpath", System.getProperty("java.class.path"));
        compiler.getTask(null, null, diagnostics, options, null, List.of(source)).call();
        return diagnostics.getDiagnostics().stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(diagnostic -> diagnostic.getMessage(Locale.ENGLISH).replaceAll("\\b[a-z0-9]+\\.", ""))
                .toList();
    }
}
