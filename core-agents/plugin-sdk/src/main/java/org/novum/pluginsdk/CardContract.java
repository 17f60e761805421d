package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.InvalidParameterException;
import org.novum.api.discipline.Operation;
import org.novum.api.discipline.OperationResult;
import org.novum.api.discipline.OperationSchema;
import org.novum.api.discipline.ParameterBinder;
import org.novum.api.study.Study;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.TestStepContext;

/** Card, registration, options and operations of a discipline. */
public interface CardContract extends DisciplineFixture {
    /** The card says what a reader needs. */
    @Test
    default void cardIsComplete() {
        DisciplineCard card = discipline().card();
        assertThat(card.name()).as("name").matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        assertThat(card.version()).as("version").isNotBlank();
        assertThat(card.summary()).as("summary").isNotBlank().doesNotContain("\n");
        assertThat(card.citations()).as("citations").isNotEmpty().noneMatch(String::isBlank);
        assertThat(card.optionsSchema())
                .allSatisfy(option -> assertThat(option.meaning()).as(option.name()).isNotBlank())
                .extracting(DisciplineCard.OptionCard::name)
                .doesNotHaveDuplicates();
    }

    /** Users get it by putting its jar on the class path. */
    @Test
    default void isFoundThroughServiceLoader() {
        assertThat(ServiceLoader.load(Discipline.class).stream().map(provider -> provider.get().card().name()))
                .as("META-INF/services/" + Discipline.class.getName() + " names the discipline once")
                .containsOnlyOnce(discipline().card().name());
    }

    /** A wrong option is refused before any data are read. */
    @Test
    default void refusesWrongOptions() {
        assertThat(wrongOptions().isEmpty()).as("wrong options are only missing if there are no options")
                .isEqualTo(discipline().card().optionsSchema().isEmpty());
        DatasetCard data = planted().card();
        for (JsonNode options : wrongOptions()) {
            assertThatThrownBy(() -> {
                        discipline().partitionPolicy(Variants.withOptions(study(), options), data);
                        discipline().hypothesisSpace(Variants.withOptions(study(), options), data);
                    })
                    .as("options " + options)
                    .isInstanceOfSatisfying(
                            NovumException.class,
                            thrown -> assertThat(thrown.exitCode()).isEqualTo(ExitCode.CONFIGURATION))
                    .satisfies(thrown -> Messages.assertHelpful(thrown.getMessage()));
        }
    }

    /** An option that the card does not list is a spelling mistake, never ignored. */
    @Test
    default void refusesUnknownOptions() {
        Study wrong = Variants.withOptions(
                study(), JsonNodeFactory.instance.objectNode().put("noSuchOption", true));
        assertThatThrownBy(() -> {
                    discipline().partitionPolicy(wrong, planted().card());
                    discipline().hypothesisSpace(wrong, planted().card());
                })
                .isInstanceOf(NovumException.class)
                .hasMessageContaining("noSuchOption");
    }

    /** Operations are named {@code discipline.verb}, once each, and describe themselves. */
    @Test
    default void operationsDescribeThemselves() {
        List<Operation<?>> operations = discipline().operations();
        assertThat(operations).extracting(operation -> operation.card().name()).doesNotHaveDuplicates();
        for (Operation<?> operation : operations) {
            String name = operation.card().name();
            assertThat(name).startsWith(discipline().card().name() + ".").matches("[a-z0-9-]+\\.[a-z][a-zA-Z0-9-]*");
            assertThat(operation.card().summary()).as(name).isNotBlank();
            assertThat(operation.card().result()).as(name).isNotBlank();
            assertThat(OperationSchema.of(operation).get("type").asText()).isEqualTo("object");
            assertThat(operationCalls()).as("a call of " + name).anyMatch(call -> call.operation().equals(name));
        }
        assertThat(operations)
                .extracting(operation -> operation.card().name())
                .containsAll(operationCalls().stream().map(OperationCall::operation).toList());
    }

    /** Each operation works, gives the same on every call, and returns its memory. */
    @Test
    default void operationsAreReproducible() {
        for (OperationCall call : operationCalls()) {
            OperationResult first = run(call, 1);
            assertThat(Json.text(run(call, 4))).as(call.operation()).isEqualTo(Json.text(first));
            switch (first) {
                case OperationResult.Table table ->
                    assertThat(table.rows())
                            .as("rows of " + call.operation())
                            .isNotEmpty()
                            .allSatisfy(row -> assertThat(row).hasSameSizeAs(table.columns()));
                case OperationResult.Document document ->
                    assertThat(document.content().isEmpty()).as(call.operation() + " is empty").isFalse();
                case OperationResult.Gallery gallery ->
                    assertThat(gallery.exhibits())
                            .as("exhibits of " + call.operation())
                            .isNotEmpty()
                            .allSatisfy(exhibit -> assertThat(exhibit.headline()).isNotBlank());
            }
        }
    }

    /** A parameter that an operation does not have is refused by name. */
    @Test
    default void operationsRefuseUnknownParameters() {
        for (Operation<?> operation : discipline().operations()) {
            assertThatThrownBy(() -> ParameterBinder.bind(operation.input(), Map.of("noSuchParameter", "1")))
                    .isInstanceOf(InvalidParameterException.class)
                    .hasMessageContaining("noSuchParameter");
        }
    }

    private OperationResult run(OperationCall call, int threads) {
        Operation<?> operation = discipline().operations().stream()
                .filter(candidate -> candidate.card().name().equals(call.operation()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("there is no operation " + call.operation()));
        try (TestStepContext context = new TestStepContext(threads)) {
            return run(operation, call.parameters(), context);
        }
    }

    private <I extends Record> OperationResult run(Operation<I> operation, JsonNode parameters, TestStepContext context) {
        InMemoryDataHandle handle = InMemoryDataHandle.onAll(planted(), context.allocator());
        return operation.run(ParameterBinder.bind(operation.input(), parameters), handle, context);
    }
}
