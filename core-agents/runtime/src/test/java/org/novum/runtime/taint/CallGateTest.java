package org.novum.runtime.taint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.novum.api.data.DataHandle;
import org.novum.api.discipline.NamesFile;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationCard;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.Parameter;
import org.novum.api.discipline.StepContext;
import org.novum.models.ToolCall;
import org.novum.models.ToolCard;
import org.novum.runtime.testing.SignDiscipline;

class CallGateTest {
    record Input(
            @Parameter("how many") int count,
            @Parameter("a file, if any") @NamesFile Optional<String> file,
            @Parameter("more data, if any") Optional<String> more) {}

    record Needing(@Parameter("a file") @NamesFile String file) {}

    private record Takes<I extends Record>(String name, Class<I> input) implements Operation<I> {
        @Override
        public OperationCard card() {
            return new OperationCard(name, "Does it.", "nothing");
        }

        @Override
        public List<String> furtherData(I parameters) {
            return parameters instanceof Input some ? some.more().stream().toList() : List.of();
        }

        @Override
        public OperationResult run(I parameters, DataHandle data, StepContext context) {
            throw new AssertionError("a gate runs nothing");
        }
    }

    private final CallGate gate = new CallGate(new SignDiscipline() {
        @Override
        public List<Operation<?>> operations() {
            return List.of(new Takes<>("sign.some", Input.class), new Takes<>("sign.needs", Needing.class));
        }
    });

    @Test
    void offersNoParameterThatNamesFilesAndNoOperationThatNeedsOne() {
        ToolCard tool = gate.tools().getFirst();
        assertThat(gate.tools()).hasSize(1);
        assertThat(tool.name()).isEqualTo("sign_some");
        assertThat(tool.parameters().path("properties").properties()).extracting(java.util.Map.Entry::getKey)
                .containsExactly("count", "more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sign_needs | {\"file\": \"x\"}                   | no such tool",
                "sign.some  | {\"count\": 1}                      | no such tool",
                "sign_some  | {\"count\": 1, \"file\": \"x\"}     | names files",
                "sign_some  | {\"count\": 1, \"file\": null}      | names files",
                "sign_some  | {\"count\": 1, \"more\": \"x\"}     | data of their own",
                "sign_some  | {\"count\": 1, \"other\": \"x\"}    | unknown",
                "sign_some  | {\"count\": \"one\"}                | count",
                "sign_some  | {}                                  | missing",
                "sign_some  | {\"count\": 1} {\"count\": 2}       | not JSON",
                "sign_some  | {\"count\": 1, \"count\": 2}        | not JSON",
                "sign_some  | [1]                                 | JSON object"
            })
    void refuses(String name, String arguments, String reason) {
        assertThat(gate.admit(wish(name, arguments)))
                .isInstanceOfSatisfying(
                        Gate.Gated.Refused.class,
                        refused -> assertThat(((Sourced<?>) refused.reason()).open().toString()).contains(reason));
    }

    @Test
    void letsInWhatFits() {
        assertThat(gate.admit(wish("sign_some", "{\"count\": 3}")))
                .isInstanceOfSatisfying(Gate.Gated.Through.class, through -> {
                    AuthorisedCall<?> call = (AuthorisedCall<?>) through.admitted().value();
                    assertThat(call.call().operation()).isEqualTo("sign.some");
                    assertThat(call.parameters()).isEqualTo(new Input(3, Optional.empty(), Optional.empty()));
                });
    }

    private static Sourced<ToolCall> wish(String name, String arguments) {
        return Sourced.of(Source.MODEL, new ToolCall("1", name, arguments));
    }
}
