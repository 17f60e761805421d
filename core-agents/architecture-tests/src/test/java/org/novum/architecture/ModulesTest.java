package org.novum.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules look at all of the product, and know where each module belongs. */
class ModulesTest {
    /** Modules that no rule of dependence binds: the command line wires everything, benchmarks measure everything. */
    private static final Set<String> FREE = Set.of("cli", "benchmarks");

    @Test
    void everyModuleIsOnTheClassPath() {
        Set<String> found = Modules.PRODUCT.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("org.novum."))
                .map(name -> "org.novum." + name.split("\\.")[2])
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(Stream.of(Modules.core(), Modules.disciplines(), Modules.connectors()).flatMap(names -> names.stream()))
                .as("modules with code; add a missing one to the dependencies of architecture-tests")
                .allMatch(found::contains);
    }

    @Test
    void everyModuleOfTheCoreHasARule() {
        assertThat(Modules.core().stream().map(name -> name.substring("org.novum.".length())))
                .as("modules of the core; say in DependencyRules what a new one may know")
                .allMatch(name -> DependencyRules.CORE.containsKey(name) || FREE.contains(name));
    }
}
