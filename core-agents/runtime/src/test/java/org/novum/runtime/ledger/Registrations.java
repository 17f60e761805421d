package org.novum.runtime.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.DisciplineCard;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Budget;
import org.novum.journal.Digest;
import org.novum.journal.Registration.Requester;
import org.novum.runtime.partition.Slices;

/** Registrations of small made-up files and families, for the tests of the ledger. */
final class Registrations {
    static final PartitionPolicy WHOLE = new PartitionPolicy.WholeSample("no need");
    static final PartitionPolicy KEYED = new PartitionPolicy.ByKey(List.of("key"), 0.3, 2);
    static final Budget ALL = new Budget(0.05, 1, 1);

    private Registrations() {}

    static DatasetCard files(String... contents) {
        List<DataPart> parts = new ArrayList<>();
        for (String content : contents) {
            parts.add(new DataPart(content, "file:" + content, 10, Digest.of(content.getBytes()).hex(), List.of()));
        }
        return new DatasetCard("d", parts);
    }

    static TestPlan plan(String claim, int members, TestPlan.Dependence dependence) {
        List<Hypothesis> family = IntStream.range(0, members)
                .mapToObj(i -> new Hypothesis(
                        claim + "/" + i, "It is so", "systematic", JsonNodeFactory.instance.textNode(claim + i)))
                .toList();
        return new TestPlan(family, "t", "all", dependence, Map.of(), JsonNodeFactory.instance.objectNode());
    }

    static RegistrationRequest request(TestPlan plan, DatasetCard data, Budget budget) {
        return request(plan, new RegistrationRequest.Sample(data, WHOLE, Slices.ALL), budget);
    }

    static RegistrationRequest request(TestPlan plan, RegistrationRequest.Sample sample, Budget budget) {
        return new RegistrationRequest(
                plan, new DisciplineCard("d", "1", "", List.of(), List.of()), sample, new Requester("s", "r"), budget);
    }

    static RegistrationRequest request(String claim, DatasetCard data) {
        return request(plan(claim, 1, TestPlan.Dependence.POSITIVE), data, Budget.USUAL);
    }

    static List<TestOutcome> outcomes(TestPlan plan, double... pValues) {
        return IntStream.range(0, pValues.length)
                .mapToObj(i -> new TestOutcome(
                        plan.family().get(i).id(),
                        new Strength.PValue(StrictMath.log10(pValues[i])),
                        JsonNodeFactory.instance.objectNode()))
                .toList();
    }

    static void assertRefused(Runnable asked, String message) {
        assertThatThrownBy(asked::run)
                .isInstanceOfSatisfying(
                        NovumException.class, refused -> assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining(message);
    }
}
