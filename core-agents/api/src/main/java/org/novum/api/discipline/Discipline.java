package org.novum.api.discipline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.finding.LedgerDecision;
import org.novum.api.finding.Measurement;
import org.novum.api.finding.Verdict;
import org.novum.api.study.Study;

/**
 * The service interface of a scientific discipline. Found through {@code ServiceLoader}.
 *
 * <p>All methods are blocking plain Java and pure: the same arguments give the same result, bit for bit, on every
 * machine, whatever the number of threads. Randomness is seeded from the plan or the data.
 */
public interface Discipline {
    /** What the discipline is. */
    DisciplineCard card();

    /** Editions of the published tables that its results rest on, by name; the findings state them. */
    default Map<String, String> tables() {
        return Map.of();
    }

    /** Its functions, as the command line, agents and servers offer them. */
    List<Operation<?>> operations();

    /**
     * How the study's data are split into exploration and confirmation.
     *
     * @throws org.novum.api.NovumException with {@code CONFIGURATION} if the study's options are wrong
     */
    PartitionPolicy partitionPolicy(Study study, DatasetCard data);

    /**
     * Every hypothesis that can be asked of this data in this study.
     *
     * @throws org.novum.api.NovumException with {@code CONFIGURATION} if the study's options are wrong
     */
    HypothesisSpace hypothesisSpace(Study study, DatasetCard data);

    /** Whether {@link #explore} looks at the rows of exploration before the first hypotheses are proposed. */
    default boolean proposesFromData(Study study) {
        return false;
    }

    /**
     * Looks at the rows of exploration before the first hypotheses are proposed, so that they can follow from the data.
     *
     * @return what {@link #hypothesisSpace(Study, DatasetCard, JsonNode)} proposes from; journalled
     */
    default JsonNode explore(Study study, DataHandle exploration, StepContext context) {
        return JsonNodeFactory.instance.objectNode();
    }

    /**
     * The hypotheses that can be asked once the data have been explored.
     *
     * @param explored what {@link #explore} gave
     */
    default HypothesisSpace hypothesisSpace(Study study, DatasetCard data, JsonNode explored) {
        return hypothesisSpace(study, data);
    }

    /**
     * Refuses data that cannot be tested, before anything is registered: a value that cannot be, a wrong unit.
     *
     * <p>A refusal after the registration would have spent error budget on a broken file. The handle holds all rows, and
     * for that reason nothing comes back: all that gets out is that the data are unusable, and where.
     *
     * @throws org.novum.api.data.DataException naming file, row or column, and remedy
     */
    default void check(Study study, DataHandle data, StepContext context) {}

    /**
     * Looks at exploration data; under {@link PartitionPolicy.WholeSample} the handle has no rows.
     *
     * @param question with the research so far; rows opened by earlier rounds are part of the exploration handle
     */
    Analysis analyse(Question question, DataHandle exploration, StepContext context);

    /** Freezes the test of a family; sees no data. */
    TestPlan plan(Question question, Analysis analysis);

    /**
     * Tests a registered plan on confirmation data.
     *
     * @return one outcome per member of the family, in its order
     */
    List<TestOutcome> test(TestPlan plan, DataHandle confirmation, StepContext context);

    /** The discipline's rule from an outcome and the ledger's decision to a verdict. */
    Verdict verdict(TestPlan plan, TestOutcome outcome, LedgerDecision decision);

    /**
     * Measures what the run found, on all rows that are open by then; called once, after the last round.
     *
     * @return one measurement per hypothesis that belongs in the findings, in the order of the report
     */
    List<Measurement> measure(ResearchState state, DataHandle opened, StepContext context);

    /**
     * What a family is asked about.
     *
     * @param study that asks
     * @param data that it asks of
     * @param state of the research so far
     * @param family the hypotheses of this round
     * @param priors what proposers expect of them
     */
    record Question(Study study, DatasetCard data, ResearchState state, List<Hypothesis> family, Priors priors) {
        /** Copies the list. */
        public Question {
            family = List.copyOf(family);
        }

        /** A question of which nothing is expected. */
        public Question(Study study, DatasetCard data, ResearchState state, List<Hypothesis> family) {
            this(study, data, state, family, Priors.NONE);
        }
    }
}
