package org.novum.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Members of the JDK or a library that the product does not use, called or referred to.
 *
 * @param name of the ban
 * @param reason why
 * @param members as {@code Class.member} for all overloads, or {@code Class.member(int, String)} for one; a constructor
 *     is {@code Class.<init>}
 * @param exempt packages, with {@code ..} for sub-packages, or classes that may use them
 */
record Ban(String name, String reason, Set<String> members, List<String> exempt) {
    /** The rule over all classes of the product. */
    ArchRule rule() {
        return ArchRuleDefinition.noClasses()
                .that(DescribedPredicate.describe("are not exempt", this::applies))
                .should()
                .accessTargetWhere(DescribedPredicate.describe("the member is banned", this::forbids))
                .because(reason)
                .as("nobody uses " + name);
    }

    private boolean applies(JavaClass javaClass) {
        return exempt.stream().noneMatch(place -> place.endsWith("..")
                ? (javaClass.getPackageName() + ".").startsWith(place.substring(0, place.length() - 1))
                : javaClass.getFullName().equals(place) || javaClass.getFullName().startsWith(place + "$"));
    }

    /** A method is banned in the classes that inherit it, too; a constructor belongs to its class alone. */
    private boolean forbids(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String name = access.getTarget().getName();
        Stream<JavaClass> inherited = name.equals("<init>")
                ? Stream.empty()
                : Stream.concat(owner.getAllRawSuperclasses().stream(), owner.getAllRawInterfaces().stream());
        String parameters = parameters(access.getTarget());
        return Stream.concat(Stream.of(owner), inherited)
                .map(declaring -> declaring.getFullName() + "." + name)
                .anyMatch(member -> members.contains(member) || members.contains(member + parameters));
    }

    private static String parameters(AccessTarget target) {
        return target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                ? codeUnit.getRawParameterTypes().stream().map(JavaType::getName).collect(Collectors.joining(", ", "(", ")"))
                : "";
    }
}
