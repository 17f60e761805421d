package org.novum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.novum.architecture.fixture.UsesEverythingBanned;

/** Every rule holds for the product and fails for a class that breaks it. */
class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> productObeys() {
        return rules().map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(Modules.PRODUCT)));
    }

    @TestFactory
    Stream<DynamicTest> ruleFindsItsViolator() {
        return rules().map(rule -> DynamicTest.dynamicTest(
                rule.name(),
                () -> assertThat(rule.rule().allowEmptyShould(true).evaluate(rule.violators().get()).hasViolation())
                        .as("a class that breaks the rule is found")
                        .isTrue()));
    }

    @TestFactory
    Stream<DynamicTest> banIsLiftedOnlyWhereItSays() {
        return Bans.ALL.stream().map(ban -> DynamicTest.dynamicTest(ban.name(), () -> {
            Ban lifted = new Ban(ban.name(), ban.reason(), ban.members(), List.of("org.novum.architecture.."));
            assertThat(lifted.rule()
                            .allowEmptyShould(true)
                            .evaluate(new ClassFileImporter().importClasses(UsesEverythingBanned.class))
                            .hasViolation())
                    .isFalse();
        }));
    }

    private static Stream<Rule> rules() {
        return Stream.concat(
                DependencyRules.all().stream(),
                Bans.ALL.stream()
                        .map(ban -> Rule.of("nobody uses " + ban.name(), ban.rule(), UsesEverythingBanned.class)));
    }
}
