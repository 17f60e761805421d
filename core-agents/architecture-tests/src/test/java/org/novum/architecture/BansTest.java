package org.novum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** A ban on a misspelt member bans nothing. */
class BansTest {
    @TestFactory
    Stream<DynamicTest> bannedMembersExist() {
        return Bans.ALL.stream()
                .flatMap(ban -> ban.members().stream().sorted())
                .map(member -> DynamicTest.dynamicTest(member, () -> assertExists(member)));
    }

    @TestFactory
    Stream<DynamicTest> everyBanHasAReason() {
        return Bans.ALL.stream()
                .map(ban -> DynamicTest.dynamicTest(
                        ban.name(), () -> assertThat(ban.reason()).hasSizeGreaterThan(20)));
    }

    private static void assertExists(String member) throws ClassNotFoundException {
        String name = member.replaceFirst("\\(.*", "");
        int dot = name.lastIndexOf('.');
        JavaClasses imported = new ClassFileImporter().importClasses(Class.forName(name.substring(0, dot)));
        JavaClass owner = imported.get(name.substring(0, dot));
        Stream<String> codeUnits = owner.getCodeUnits().stream()
                .flatMap(codeUnit -> Stream.of(codeUnit.getName(), codeUnit.getName() + parameters(codeUnit)));
        Stream<String> fields = owner.getFields().stream().map(field -> field.getName());
        assertThat(Stream.concat(codeUnits, fields)).contains(member.substring(dot + 1));
    }

    private static String parameters(JavaCodeUnit codeUnit) {
        return codeUnit.getRawParameterTypes().stream()
                .map(JavaType::getName)
                .collect(Collectors.joining(", ", "(", ")"));
    }
}
