package org.novum.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Supplier;

/**
 * A rule and the classes that prove it can fail.
 *
 * @param name for test reports
 * @param rule over the classes of the product
 * @param violators fixtures that break it, in packages that belong to the product
 */
record Rule(String name, ArchRule rule, Supplier<JavaClasses> violators) {
    /** A rule that these classes of the test tree break. */
    static Rule of(String name, ArchRule rule, Class<?>... violators) {
        return new Rule(name, rule, () -> new ClassFileImporter().importClasses(violators));
    }
}
