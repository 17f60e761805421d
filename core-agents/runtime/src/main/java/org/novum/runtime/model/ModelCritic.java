package org.novum.runtime.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.TestPlan;
import org.novum.models.ModelRequest;
import org.novum.models.Turn;
import org.novum.runtime.literature.Retrieved;
import org.novum.runtime.taint.Admitted;
import org.novum.runtime.taint.Gate;
import org.novum.runtime.taint.Member;
import org.novum.runtime.taint.MemberGate;
import org.novum.runtime.taint.Quoted;
import org.novum.runtime.taint.Sourced;

/** Asks a model to object: before a family is registered, and after it is judged. It sees no rows. */
public final class ModelCritic {
    /** The texts; see {@link PromptText}. */
    static final String WITHDRAW = "withdraw-1.md";

    static final String REVIEW = "review-1.md";

    /** What is added to the second where there is literature. */
    static final String CITING = "review-citing-1.md";

    private static final int MOST_TOLD = 200;
    private static final int REASON_LENGTH = 1000;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final ModelDesk desk;
    private final HypothesisSpace space;
    private final ModelProposer proposer;
    private final Retrieved literature;

    /**
     * @param desk over which models are asked
     * @param space whose claims may be asked for
     * @param literature that the model is shown passages of after the verdicts; never before them, since what it withdraws
     *     then counts as not passed
     */
    public ModelCritic(ModelDesk desk, HypothesisSpace space, Retrieved literature) {
        this.desk = desk;
        this.space = space;
        this.proposer = new ModelProposer(desk, space, literature);
        this.literature = literature;
    }

    /** Asks which members of a family are not to be tested. */
    public ModelProposer.Answer beforeTest(String model, Discipline.Question question, TestPlan plan) {
        Talk talk = desk.talk(model, "round-" + question.state().nextRound() + "/withdraw/" + model);
        ArrayNode family = NODES.arrayNode();
        plan.family().stream().limit(MOST_TOLD).forEach(hypothesis -> family.add(told(hypothesis)));
        ObjectNode test = NODES.objectNode().put("statistic", plan.statistic()).put("selection", plan.selection());
        List<String> blocks = List.of(
                Quoted.block("study", ProposalPrompt.study(question)),
                Quoted.block("plan", test),
                Quoted.block("hypotheses, " + plan.family().size() + " in all", family));
        ObjectNode form = object("withdraw");
        ((ObjectNode) form.get("properties")).set("withdraw", remarks());
        return ModelProposer.formed(talk, request(PromptText.read(WITHDRAW, most(question)).turns(blocks), form, talk.sampling()));
    }

    /** What of the answer counts: each member once. */
    public Withdrawn withdrawn(ModelProposer.Answer answer, TestPlan plan) {
        if (answer.answer() == null) {
            return new Withdrawn(List.of(), 0, answer.problem());
        }
        List<String> members = plan.family().stream().map(Hypothesis::id).toList();
        Remarks<Criticism.Withdrawal> remarks = new Remarks<>(members, Criticism.Withdrawal::of);
        Sourced.items(answer.answer(), "withdraw").forEach(remarks::take);
        return new Withdrawn(remarks.kept, remarks.dropped, "");
    }

    /** Asks what to check further and what to doubt, now that a round is judged. */
    public ModelProposer.Answer afterVerdict(String model, Discipline.Question question) {
        ResearchState state = question.state();
        Talk talk = desk.talk(model, "round-" + state.rounds().size() + "/review/" + model);
        ArrayNode verdicts = NODES.arrayNode();
        state.rounds().getLast().judged().stream().limit(MOST_TOLD).forEach(judged -> verdicts.add(told(judged.hypothesis())
                .put("verdict", judged.verdict().word())
                .put("because", judged.verdict().reason())));
        List<String> blocks = new ArrayList<>(List.of(
                Quoted.block("study", ProposalPrompt.study(question)),
                Quoted.block("schema of a claim", space.claimSchema()),
                Quoted.block("verdicts", verdicts)));
        blocks.addAll(literature.blocks());
        PromptText text = PromptText.read(REVIEW, most(question));
        ObjectNode form = object("checks", "doubts");
        ObjectNode properties = (ObjectNode) form.get("properties");
        ObjectNode check = object("claim");
        ((ObjectNode) check.get("properties")).putObject("claim").put("type", "object");
        if (!literature.showsNothing()) {
            text = text.and(CITING);
            ProposalPrompt.citing(check);
        }
        properties.putObject("checks").put("type", "array").set("items", check);
        properties.set("doubts", remarks());
        return ModelProposer.formed(talk, request(text.turns(blocks), form, talk.sampling()));
    }

    /** What of the answer counts: claims of the space that were not judged before, and doubts of what the round accepted. */
    public Reviewed reviewed(String model, ModelProposer.Answer answer, Discipline.Question question) {
        if (answer.answer() == null) {
            return new Reviewed(Proposed.nothing(model, answer.problem()), List.of(), 0);
        }
        List<String> accepted = question.state().rounds().getLast().judged().stream()
                .filter(judged -> judged.verdict().accepted())
                .map(judged -> judged.hypothesis().id())
                .toList();
        Remarks<Criticism.Doubt> doubts = new Remarks<>(accepted, Criticism.Doubt::of);
        Sourced.items(answer.answer(), "doubts").forEach(doubts::take);
        Proposed checks = proposer.sift(model, Sourced.items(answer.answer(), "checks"), question);
        return new Reviewed(checks, doubts.kept, doubts.dropped);
    }

    private static int most(Discipline.Question question) {
        return question.study().team().budget().proposals();
    }

    private static ObjectNode told(Hypothesis hypothesis) {
        ObjectNode told = NODES.objectNode().put("hypothesis", hypothesis.id()).put("statement", hypothesis.statement());
        told.set("claim", hypothesis.claim());
        return told;
    }

    private static ModelRequest request(List<Turn> turns, JsonNode form, ModelRequest.Sampling sampling) {
        return new ModelRequest(turns, List.of(), form, sampling, "");
    }

    private static ObjectNode object(String... required) {
        ObjectNode form = NODES.objectNode().put("type", "object").put("additionalProperties", false);
        form.putObject("properties");
        ArrayNode names = form.putArray("required");
        for (String name : required) {
            names.add(name);
        }
        return form;
    }

    private static ObjectNode remarks() {
        ObjectNode remark = object("hypothesis", "reason");
        ObjectNode fields = (ObjectNode) remark.get("properties");
        fields.putObject("hypothesis").put("type", "string");
        fields.putObject("reason").put("type", "string").put("maxLength", REASON_LENGTH);
        ObjectNode list = NODES.objectNode().put("type", "array");
        list.set("items", remark);
        return list;
    }

    /** Remarks on hypotheses that there are, one on each. */
    private static final class Remarks<C extends Criticism> {
        private final MemberGate gate;
        private final BiFunction<Admitted<Member>, Sourced<String>, C> make;
        private final Set<String> seen = new HashSet<>();
        private final List<C> kept = new ArrayList<>();
        private int dropped;

        Remarks(List<String> members, BiFunction<Admitted<Member>, Sourced<String>, C> make) {
            this.gate = new MemberGate(members);
            this.make = make;
        }

        void take(Sourced<JsonNode> remark) {
            switch (gate.admit(Sourced.field(remark, "hypothesis"))) {
                case Gate.Gated.Through<Member>(Admitted<Member> member) when seen.add(member.value().id()) ->
                    kept.add(make.apply(member, Sourced.text(remark, "reason")));
                case Gate.Gated.Through<Member> _ -> dropped++;
                case Gate.Gated.Refused<Member> _ -> dropped++;
            }
        }
    }
}
