package org.novum.pluginsdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.novum.api.ExitCode;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.InvalidHypothesisException;
import org.novum.api.discipline.ResearchState;
import org.novum.pluginsdk.fake.SampleLedger;

/** The hypotheses that a discipline proposes and accepts. */
public interface HypothesisContract extends DisciplineFixture {
    /** Something is asked, each member once, by the systematic proposer. */
    @Test
    default void proposesWellFormedFamilies() {
        List<Hypothesis> family = firstFamily();
        assertThat(family).isNotEmpty();
        assertThat(family).extracting(Hypothesis::id).doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(family).extracting(Hypothesis::claim).doesNotHaveDuplicates();
        assertThat(family).allSatisfy(member -> {
            assertThat(member.statement()).as(member.id()).isNotBlank().doesNotContain("\n");
            assertThat(member.proposer()).as(member.id()).isNotBlank();
        });
    }

    /** The same claim has the same id in every run. */
    @Test
    default void idsDependOnTheClaimAlone() {
        List<Hypothesis> again = Rehearsal.of(discipline(), Variants.renamed(study()), planted().mapped(t -> t.permuted(3)))
                .space()
                .propose(ResearchState.EMPTY);
        assertThat(again).extracting(Hypothesis::claim).isEqualTo(claims(firstFamily()));
        assertThat(again).extracting(Hypothesis::id).isEqualTo(ids(firstFamily()));
    }

    /** Proposing changes nothing. */
    @Test
    default void proposingIsPure() {
        HypothesisSpace space = Rehearsal.of(discipline(), study(), planted()).space();
        assertThat(space.propose(ResearchState.EMPTY))
                .isEqualTo(space.propose(ResearchState.EMPTY))
                .isEqualTo(firstFamily());
    }

    /** However the verdicts fall, the space runs out of questions. */
    @Test
    default void proposingTerminates() {
        Rehearsal rehearsal = Rehearsal.of(discipline(), study(), planted());
        for (SampleLedger ledger : List.of(SampleLedger.REFUSES_ALL, SampleLedger.ACCEPTS_ALL, SampleLedger.BONFERRONI)) {
            assertThat(rehearsal.run(ledger, maximalRounds()).rounds()).isNotEmpty();
        }
    }

    /** What it proposes is valid, whoever proposes it. */
    @Test
    default void acceptsItsOwnClaimsFromAnyone() {
        HypothesisSpace space = Rehearsal.of(discipline(), study(), planted()).space();
        for (Hypothesis member : firstFamily()) {
            assertThatCode(() -> space.validate(member)).doesNotThrowAnyException();
            assertThatCode(() -> space.validate(Variants.proposedBy(member, "a model"))).doesNotThrowAnyException();
        }
    }

    /** What does not belong to the space is refused with a reason. */
    @Test
    default void refusesForeignClaims() {
        assertThat(foreignHypotheses()).isNotEmpty();
        foreignHypotheses().forEach(this::assertRefused);
    }

    /** A claim that is not even of the right form is refused, not failed upon. */
    @Test
    default void refusesMalformedClaims() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        Hypothesis member = firstFamily().getFirst();
        List.<JsonNode>of(nodes.nullNode(), nodes.objectNode(), nodes.arrayNode(), nodes.textNode("no claim"))
                .forEach(claim -> assertRefused(Variants.withClaim(member, claim)));
    }

    /** A claim under the id of another one would let a question be asked twice. */
    @Test
    default void refusesAClaimUnderAnotherId() {
        Hypothesis member = firstFamily().getFirst();
        assertRefused(new Hypothesis("another-id", member.statement(), member.proposer(), member.claim()));
    }

    /** Id and statement follow from the claim; whoever proposes it only gives a name. */
    @Test
    default void phrasesClaimsItself() {
        HypothesisSpace space = Rehearsal.of(discipline(), study(), planted()).space();
        for (Hypothesis member : firstFamily()) {
            assertThat(space.phrase(member.claim(), "a model"))
                    .as("claim " + member.claim())
                    .isEqualTo(Variants.proposedBy(member, "a model"));
        }
    }

    /** What does not belong to the space is not phrased either, whatever its form. */
    @Test
    default void phrasesNoForeignOrMalformedClaims() {
        HypothesisSpace space = Rehearsal.of(discipline(), study(), planted()).space();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        List<JsonNode> claims = new java.util.ArrayList<>(List.<JsonNode>of(
                nodes.nullNode(),
                nodes.missingNode(),
                nodes.objectNode(),
                nodes.arrayNode(),
                nodes.textNode("no claim"),
                nodes.numberNode(1e308)));
        // A hypothesis may be foreign by its id alone; its claim is then one that can be phrased.
        List<JsonNode> askable = firstFamily().stream().map(Hypothesis::claim).toList();
        foreignHypotheses().stream()
                .map(Hypothesis::claim)
                .filter(claim -> !askable.contains(claim))
                .forEach(claims::add);
        for (JsonNode claim : claims) {
            assertThatThrownBy(() -> space.phrase(claim, "a model"))
                    .as("claim " + claim)
                    .isInstanceOf(InvalidHypothesisException.class);
        }
    }

    /** Models and people are told how to write a claim. */
    @Test
    default void claimSchemaIsAnObject() {
        JsonNode schema = Rehearsal.of(discipline(), study(), planted()).space().claimSchema();
        assertThat(schema.path("type").asText()).isEqualTo("object");
        JsonNode properties = schema.path("properties");
        assertThat(properties.isEmpty()).as("claim schema without properties").isFalse();
        for (Hypothesis member : firstFamily()) {
            assertThat(member.claim().propertyStream().map(java.util.Map.Entry::getKey))
                    .as("fields of the claim " + member.claim())
                    .allMatch(properties::has);
        }
    }

    private void assertRefused(Hypothesis hypothesis) {
        HypothesisSpace space = Rehearsal.of(discipline(), study(), planted()).space();
        assertThatThrownBy(() -> space.validate(hypothesis))
                .as("claim " + hypothesis.claim() + " as " + hypothesis.id())
                .isInstanceOfSatisfying(
                        InvalidHypothesisException.class,
                        thrown -> assertThat(thrown.exitCode()).isEqualTo(ExitCode.REFUSED))
                .hasMessageContaining(hypothesis.id())
                .satisfies(thrown -> Messages.assertHelpful(thrown.getMessage()));
    }

    private List<Hypothesis> firstFamily() {
        return Rehearsal.of(discipline(), study(), planted()).space().propose(ResearchState.EMPTY);
    }

    private static List<String> ids(List<Hypothesis> family) {
        return family.stream().map(Hypothesis::id).toList();
    }

    private static List<JsonNode> claims(List<Hypothesis> family) {
        return family.stream().map(Hypothesis::claim).toList();
    }
}
