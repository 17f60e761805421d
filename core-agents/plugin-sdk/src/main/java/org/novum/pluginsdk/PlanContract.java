package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Discipline.Question;
import org.novum.api.discipline.TestPlan;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.SamplePartition;

/** Split, exploration and registration. */
public interface PlanContract extends DisciplineFixture {
    /** The split fits the data and leaves rows on both sides. */
    @Test
    default void partitionPolicyFitsTheData() {
        SamplePartition partition = Rehearsal.of(discipline(), study(), planted()).partition();
        switch (partition.policy()) {
            case PartitionPolicy.WholeSample whole -> assertThat(whole.reason()).isNotBlank();
            case PartitionPolicy.ByTime byTime -> {
                assertThat(planted().card().parts())
                        .allSatisfy(part -> assertThat(byTime.timeColumns())
                                .anySatisfy(time -> assertThat(part.column(time)).as("time " + time).isPresent()));
                assertThat(partition.exploration(1).card().rows()).as("rows to explore").isPositive();
                assertThat(partition.confirmation(1).card().rows()).as("rows that confirm").isPositive();
            }
            case PartitionPolicy.ByBlock byBlock ->
                assertThat(planted().card().parts())
                        .anySatisfy(part -> assertThat(part.column(byBlock.axisColumn())).as("axis").isPresent());
            case PartitionPolicy.ByTurn byTurn -> {
                assertThat(planted().card().parts())
                        .anySatisfy(part -> assertThat(part.column(byTurn.turnColumn())).as("turn").isPresent());
                assertThat(partition.exploration(1).card().rows()).as("rows to explore").isPositive();
                assertThat(partition.confirmation(1).card().rows()).as("rows that confirm").isPositive();
            }
            case PartitionPolicy.ByKey byKey -> {
                assertThat(planted().card().parts())
                        .allSatisfy(part -> assertThat(byKey.keyColumns())
                                .allSatisfy(key -> assertThat(part.column(key)).as("key " + key).isPresent()));
                assertThat(partition.exploration(1).card().rows()).as("rows to explore").isPositive();
                for (int slice = 1; slice <= byKey.confirmationSlices(); slice++) {
                    assertThat(partition.confirmation(slice).card().rows()).as("slice " + slice).isPositive();
                }
            }
        }
    }

    /** Neither the order of rows nor the batch size moves a row to the other side. */
    @Test
    default void partitionIgnoresRowOrder() {
        SamplePartition inOrder = Rehearsal.of(discipline(), study(), planted()).partition();
        SamplePartition permuted = Rehearsal.of(
                        discipline(), study(), planted().mapped(table -> table.permuted(11)).inBatchesOf(7))
                .partition();
        assertThat(permuted.policy()).isEqualTo(inOrder.policy());
        assertThat(permuted.exploration(1).card().rows()).isEqualTo(inOrder.exploration(1).card().rows());
    }

    /** The analysis depends on neither threads nor batches, nor on confirmation rows that the instance tested before. */
    @Test
    default void analysisIsReproducible() {
        Discipline used = discipline();
        Rehearsal first = Rehearsal.of(used, study(), planted());
        Question question = first.firstQuestion();
        String expected = Json.text(first.analyse(question));
        first.test(first.plan(question), 1);
        assertThat(Json.text(first.analyse(question))).as("after a test on the same instance").isEqualTo(expected);
        for (int batchSize : new int[] {1, 7, 1000}) {
            Rehearsal other = new Rehearsal(discipline(), study(), planted().inBatchesOf(batchSize), 4);
            assertThat(Json.text(other.analyse(question))).as("4 threads, batches of " + batchSize).isEqualTo(expected);
        }
    }

    /** A plan follows from question and analysis alone, also after both were written down. */
    @Test
    default void planIsDeterministicAndSurvivesTheJournal() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        Question question = rehearsal.firstQuestion();
        Analysis analysis = rehearsal.analyse(question);
        String expected = Json.text(discipline().plan(question, analysis));
        Analysis readBack = Json.roundTrip(analysis, Analysis.class);
        assertThat(Json.text(discipline().plan(question, readBack))).isEqualTo(expected);
        Json.roundTrip(rehearsal.plan(question), TestPlan.class);
    }

    /** The plan says what is registered. */
    @Test
    default void planIsComplete() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        Question question = rehearsal.firstQuestion();
        TestPlan plan = rehearsal.plan(question);
        assertThat(plan.family()).isEqualTo(question.family());
        assertThat(plan.statistic()).isNotBlank();
        assertThat(plan.selection()).isNotBlank();
        assertThat(plan.design().isObject()).as("design is an object").isTrue();
        if (!plan.weights().isEmpty()) {
            assertThat(plan.weights().keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            plan.family().stream().map(member -> member.id()).toList());
            assertThat(plan.weights().values()).allMatch(weight -> weight >= 0);
            assertThat(plan.weights().values().stream().mapToDouble(Double::doubleValue).average().orElseThrow())
                    .as("mean weight")
                    .isLessThanOrEqualTo(1 + 1e-9);
        }
    }

    /** A missing column ends in one line that names it. */
    @Test
    default void namesAMissingColumn() {
        for (String column : requiredColumns()) {
            InMemoryDataset broken = planted().mapped(table -> table.without(column));
            assertThatThrownBy(() -> {
                        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), broken);
                        rehearsal.test(rehearsal.plan(rehearsal.firstQuestion()), 1);
                    })
                    .as("without column " + column)
                    .isInstanceOfSatisfying(
                            NovumException.class,
                            thrown -> assertThat(thrown.exitCode()).isIn(ExitCode.DATA, ExitCode.CONFIGURATION))
                    .hasMessageContaining(column)
                    .satisfies(thrown -> Messages.assertHelpful(thrown.getMessage()));
        }
    }
}
