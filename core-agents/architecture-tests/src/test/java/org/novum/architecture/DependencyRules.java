package org.novum.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.novum.api.data.DataConnector;
import org.novum.api.data.DataHandle;
import org.novum.api.data.Dataset;

/** Who may know whom. */
final class DependencyRules {
    /** Modules of the core and the modules of Novum they may know. The command line wires all and may know all. */
    static final Map<String, Set<String>> CORE = new TreeMap<>(Map.of(
            "api", Set.of(),
            "statistics", Set.of(),
            "journal", Set.of("api"),
            "report", Set.of("api"),
            "models", Set.of("api"),
            "literature", Set.of("api"),
            "observatory", Set.of("api"),
            "pluginsdk", Set.of("api"),
            "runtime", Set.of("api", "statistics", "journal", "report", "models", "observatory"),
            "server", Set.of("api", "runtime", "report")));

    /** Generated data with a known truth, behind a connector of their own. */
    private static final String PLANTED = "org.novum.particledecay.planted..";

    /** What a discipline may know of Novum. */
    private static final Set<String> FOR_DISCIPLINES = Set.of("api", "statistics");

    /** A connector may build on another: archives fetch files, and tabular reads them; spectra have one shape in all formats. */
    private static final Map<String, Set<String>> FOR_CONNECTORS = Map.of(
            "files", Set.of(),
            "tabular", Set.of("api", "files"),
            "fits", Set.of("api", "files"),
            "archives", Set.of("api", "tabular"),
            "columnar", Set.of("api", "files", "tabular"),
            "hdf5", Set.of("api", "files", "tabular"),
            "root", Set.of("api", "files"),
            // A place on the Sun is written alike in reports and feeds.
            "texttables", Set.of("api", "files", "tabular", "spaceweather"),
            "votable", Set.of("api", "files", "fits"));

    private DependencyRules() {}

    static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        CORE.forEach((module, known) -> rules.add(knowsOnly(module, known)));
        Modules.disciplines().forEach(name -> rules.add(knowsOnly(last(name), FOR_DISCIPLINES)));
        Modules.connectors()
                .forEach(name -> rules.add(knowsOnly(last(name), FOR_CONNECTORS.getOrDefault(last(name), Set.of("api")))));
        rules.addAll(List.of(
                apiKnowsLittle(),
                onlyIn("io.vertx", "org.novum.runtime..", "org.novum.server..", "org.novum.cli.."),
                onlyIn("dev.langchain4j", "org.novum.models..", "org.novum.literature.embedding"),
                onlyIn("io.modelcontextprotocol", "org.novum.server.mcp.."),
                onlyIn("picocli", "org.novum.cli.."),
                // A network of a user's own, and trees: machines differ in last bits, and formats change.
                onlyIn("ai.onnxruntime", "org.novum.solarflare.region"),
                onlyIn("nom.tam", "org.novum.fits.hdu"),
                onlyIn("io.airlift", "org.novum.root.file", "org.novum.tabular"),
                onlyIn("org.tukaani", "org.novum.root.file"),
                onlyIn("uk.ac.starlink", "org.novum.votable"),
                onlyIn("org.tribuo", "org.novum.solarflare.learn"),
                handlesComeFromTheRuntime(),
                disciplinesHoldNoDataset(),
                disciplinesDoNotKnowThePlantedTruth(),
                recordsKeepTheirOrder(),
                noPackageCycles(),
                packagesAreNullMarked()));
        return rules;
    }

    private static Rule knowsOnly(String module, Set<String> known) {
        Set<String> allowed = new TreeSet<>(known);
        allowed.add(module);
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.novum." + module + "..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "belong to another module than " + allowed,
                        (JavaClass target) -> target.getPackageName().startsWith("org.novum.")
                                && !allowed.contains(module(target))))
                .because("dependencies point one way, and plugins do not know each other")
                .allowEmptyShould(true);
        return new Rule(module + " knows only " + known, rule, () -> Sideways.in(module));
    }

    private static Rule apiKnowsLittle() {
        return Rule.of(
                "api knows the JDK, Arrow, Jackson and JSpecify",
                classes()
                        .that()
                        .resideInAPackage("org.novum.api..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(
                                "java..", "org.novum.api..", "org.apache.arrow..", "com.fasterxml.jackson..", "org.jspecify..")
                        .because("every plugin inherits what the interface depends on"),
                org.novum.api.fixture.KnowsTheBus.class);
    }

    private static Rule onlyIn(String library, String... packages) {
        return Rule.of(
                library + " is used in few places",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(packages)
                        .and()
                        .resideInAPackage("org.novum..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(library + "..")
                        .because("a library that is used everywhere cannot be replaced"),
                switch (library) {
                    case "io.vertx" -> org.novum.api.fixture.KnowsTheBus.class;
                    case "dev.langchain4j" -> org.novum.runtime.fixture.KnowsTheModel.class;
                    case "io.modelcontextprotocol" -> org.novum.runtime.fixture.KnowsTheProtocol.class;
                    case "ai.onnxruntime" -> org.novum.runtime.fixture.KnowsTheNetwork.class;
                    case "io.airlift" -> org.novum.runtime.fixture.KnowsTheCompressor.class;
                    case "org.tukaani" -> org.novum.runtime.fixture.KnowsTheXz.class;
                    case "nom.tam" -> org.novum.runtime.fixture.KnowsTheFitsLibrary.class;
                    case "uk.ac.starlink" -> org.novum.runtime.fixture.KnowsTheTableLibrary.class;
                    case "org.tribuo" -> org.novum.runtime.fixture.KnowsTheTrees.class;
                    default -> org.novum.runtime.fixture.KnowsTheOptions.class;
                });
    }

    /** Law 2. The runtime decides which rows a step sees; nobody else hands out rows. */
    private static Rule handlesComeFromTheRuntime() {
        return Rule.of(
                "only the runtime makes data handles",
                classes()
                        .that()
                        .areAssignableTo(DataHandle.class)
                        .and()
                        .areNotInterfaces()
                        .should()
                        .resideInAnyPackage("org.novum.runtime.partition..", "org.novum.pluginsdk.fake..")
                        .because("only the verification step may open confirmation rows"),
                org.novum.particledecay.fixture.OpensItsOwnData.class);
    }

    private static Rule disciplinesHoldNoDataset() {
        String[] packages =
                Modules.disciplines().stream().map(name -> name + "..").toArray(String[]::new);
        return Rule.of(
                "disciplines hold no dataset and no connector",
                noClasses()
                        .that()
                        .resideInAnyPackage(packages)
                        .and()
                        .resideOutsideOfPackages(PLANTED, "org.novum.cli..")
                        .should()
                        .dependOnClassesThat()
                        .belongToAnyOf(Dataset.class, DataConnector.class)
                        .because("what a plugin cannot reach it cannot look at"),
                org.novum.particledecay.fixture.OpensItsOwnData.class);
    }

    /**
     * A discipline may ship a source of generated data; its tests must not reach the truth behind them. The demo's score,
     * in the command line, is made after the verdicts stand.
     */
    private static Rule disciplinesDoNotKnowThePlantedTruth() {
        return Rule.of(
                "nobody knows planted data from inside",
                noClasses()
                        .that()
                        .resideOutsideOfPackages(PLANTED, "org.novum.cli..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(PLANTED)
                        .because("planted data are opened through their connector, like all others"),
                org.novum.particledecay.fixture.KnowsTheTruth.class);
    }

    private static Rule recordsKeepTheirOrder() {
        DescribedPredicate<JavaMethodCall> shuffles = DescribedPredicate.describe(
                "copies into a set or map whose order changes from run to run",
                call -> call.getTarget().getName().equals("copyOf")
                        && Set.of("java.util.Map", "java.util.Set")
                                .contains(call.getTargetOwner().getFullName())
                        && call.getOrigin().isConstructor());
        return Rule.of(
                "records keep the order of their maps and sets",
                noClasses()
                        .that()
                        .areRecords()
                        .should()
                        .callMethodWhere(shuffles)
                        .because("Map.copyOf and Set.copyOf iterate in an order that is drawn anew in every process, and"
                                + " records are written into journals; copy into a sorted or linked one"),
                org.novum.particledecay.fixture.ShufflesItsMap.class);
    }

    private static Rule noPackageCycles() {
        return Rule.of(
                "no package cycles",
                slices().matching("org.(**)")
                        .should()
                        .beFreeOfCycles()
                        // Still to be parted: the root package holds the facade and also what its parts share.
                        .ignoreDependency(resideInAPackage("org.novum.runtime.*.."), resideInAPackage("org.novum.runtime"))
                        .because("a cycle is one package in disguise"),
                org.novum.particledecay.fixture.First.class,
                org.novum.particledecay.fixture.second.Second.class);
    }

    private static Rule packagesAreNullMarked() {
        return Rule.of(
                "packages are null-marked",
                classes()
                        .that()
                        .resideInAPackage("org.novum..")
                        .should(new ArchCondition<JavaClass>("reside in a package marked with @NullMarked") {
                            @Override
                            public void check(JavaClass item, ConditionEvents events) {
                                boolean marked = item.getPackage().isAnnotatedWith(NullMarked.class);
                                events.add(new SimpleConditionEvent(
                                        item, marked, item.getPackageName() + " has no package-info with @NullMarked"));
                            }
                        })
                        .because("null is a value only where a type says so"),
                org.novum.particledecay.fixture.First.class);
    }

    private static String module(JavaClass javaClass) {
        return javaClass.getPackageName().split("\\.")[2];
    }

    private static String last(String packageName) {
        return packageName.substring(packageName.lastIndexOf('.') + 1);
    }
}
