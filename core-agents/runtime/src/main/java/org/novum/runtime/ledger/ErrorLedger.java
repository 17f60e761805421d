package org.novum.runtime.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.PartitionPolicy;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.finding.LedgerDecision;
import org.novum.journal.CanonicalJson;
import org.novum.journal.Digest;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.LedgerState;
import org.novum.journal.Registration;
import org.novum.journal.Registration.Stake;
import org.novum.report.LedgerRow;
import org.novum.statistics.evidence.PValue;
import org.novum.statistics.evidence.PValues;
import org.novum.statistics.multiple.Weights;
import org.novum.statistics.online.BatchLond;
import org.novum.statistics.online.Family;
import org.novum.statistics.online.FamilyDependence;

/**
 * The error ledger of an experiment: every hypothesis that is ever asked of its data is registered here first, and paid
 * from one promised false discovery rate.
 *
 * <p>A registration pays its study's share of what its stream has left, so that the sum of all payments can never exceed
 * the promise, however many registrations follow. Families are judged with {@link BatchLond}. An identical registration
 * gets the recorded ruling and pays nothing.
 */
public final class ErrorLedger implements Ledger {
    private static final double SMALLEST_LEVEL = 1e-12;

    private final ExperimentLedgerStore store;
    private final Looks looks;

    /** @param store of the experiment, shared by all its runs */
    public ErrorLedger(ExperimentLedgerStore store) {
        this(store, Looks.NONE);
    }

    /**
     * @param store of the experiment, shared by all its runs
     * @param looks of people at data that no experiment knew then
     */
    public ErrorLedger(ExperimentLedgerStore store, Looks looks) {
        this.store = store;
        this.looks = looks;
    }

    /**
     * Registers a family; the same family is registered once.
     *
     * @return its entry in the ledger
     * @throws NovumException with {@code REFUSED} if nothing is left to pay with
     */
    @Override
    public Enrolment register(RegistrationRequest request) {
        Digest hash = request.hash();
        store.register(hash, state -> registration(request, hash, state));
        return enrolment(hash);
    }

    /** The entry of a registered family. */
    public Enrolment enrolment(Digest hash) {
        LedgerState state = store.state();
        Registration registration = state.registration(hash)
                .orElseThrow(() -> new IllegalArgumentException("nothing is registered under " + hash));
        return Account.entry(state, registration).enrolment();
    }

    /**
     * Fixes how the files of a run are split, before anything of them is explored.
     *
     * @throws NovumException with {@code REFUSED} if the experiment has explored rows under another split: explored rows
     *     can never become confirming ones
     */
    @Override
    public long fixPartition(RegistrationRequest.Sample sample, Registration.Requester requester) {
        Openings.unknown(sample, requester, store.state()).ifPresent(store::opened);
        looks.at(sample).forEach(store::opened);
        switch (sample.policy()) {
            case PartitionPolicy.WholeSample _ -> new Openings(store.state()).requireSameSplit(sample);
            case PartitionPolicy.ByKey _, PartitionPolicy.ByTime _, PartitionPolicy.ByBlock _, PartitionPolicy.ByTurn _ ->
                store.opened(
                        Openings.exploration(sample, requester), state -> new Openings(state).requireSameSplit(sample));
        }
        return new Openings(store.state()).looksByPeople(sample);
    }

    @Override
    public void explored(RegistrationRequest.Sample sample, Registration.Requester requester) {
        store.opened(Openings.exploration(sample, requester));
    }

    @Override
    public List<LedgerRow> rows() {
        return LedgerView.rows(store.state());
    }

    /** Records that a person looked at rows outside any registration. */
    public void openedByPerson(Looks.Look look) {
        look.record(store);
    }

    /** Whether the experiment has registered or explored one of these files, or another that overlaps with it. */
    public boolean knows(RegistrationRequest.Sample sample) {
        return new Openings(store.state()).know(sample);
    }

    /**
     * Judges a registered family once; later calls return the first ruling.
     *
     * @throws NovumException with {@code SOFTWARE} if the outcomes are not those that were judged: the same test on the same
     *     rows must give the same
     */
    @Override
    public Ruling decide(Digest hash, List<TestOutcome> outcomes) {
        Ruling ruling =
                Account.ruling(store.decide(hash, state -> CanonicalJson.tree(ruling(state, hash, outcomes))));
        for (int i = 0; i < outcomes.size(); i++) {
            if (!ruling.entries().get(i).strength().equals(outcomes.get(i).strength())) {
                throw new NovumException(
                        ExitCode.SOFTWARE,
                        "hypothesis " + outcomes.get(i).hypothesis() + " of registration " + hash.hex() + " gave "
                                + outcomes.get(i).strength() + ", but "
                                + ruling.entries().get(i).strength()
                                + " when it was judged; if the discipline's method was changed since, raise the version on its"
                                + " card, so that it asks anew; if not, its test is not reproducible");
            }
        }
        return ruling;
    }

    private static Registration registration(RegistrationRequest request, Digest hash, LedgerState state) {
        List<Digest> files = request.sample().files();
        requireUnexplored(state, request.sample());
        weights(request.plan());
        Account account = Account.of(state, files, hash);
        double wanted = request.budget().errorRate();
        double promised = account.promised().orElse(wanted);
        double level = request.budget().share() * Math.max(0, Math.min(promised, wanted) - account.spent());
        if (level < SMALLEST_LEVEL) {
            throw new NovumException(
                    ExitCode.REFUSED,
                    String.format(
                            Locale.ROOT,
                            "the error budget of this experiment is spent: %.3g of %.3g by %d registrations on these data;"
                                    + " ask on new data, or see what was asked with: novum ledger",
                            account.spent(),
                            Math.min(promised, wanted),
                            account.entries().size()));
        }
        TestPlan plan = request.plan();
        List<Enrolment.Member> members = new ArrayList<>();
        for (Hypothesis hypothesis : plan.family()) {
            members.add(new Enrolment.Member(
                    hypothesis.id(),
                    hypothesis.statement(),
                    hypothesis.proposer(),
                    weight(plan, hypothesis)));
        }
        Enrolment enrolment = new Enrolment(
                promised,
                level,
                Account.membersOf(state) + 1,
                request.sample().slice(),
                account.opens(Relatives.of(state).of(files), request.sample().slice()),
                plan.dependence().name(),
                members);
        return new Registration(
                hash, request.requester(), CanonicalJson.tree(enrolment), new Stake(files, level / promised));
    }

    private static void requireUnexplored(LedgerState state, RegistrationRequest.Sample sample) {
        new Openings(state).explorerOf(sample).ifPresent(explorer -> {
            throw new NovumException(
                    ExitCode.REFUSED,
                    "rows of " + sample.slice() + " were explored by " + explorer
                            + "; explored rows cannot confirm: ask the same as that study did, or ask on new data");
        });
    }

    /** Checks the weights of a plan while nothing is opened yet. */
    private static Weights weights(TestPlan plan) {
        return Weights.of(plan.family().stream()
                .mapToDouble(hypothesis -> weight(plan, hypothesis))
                .toArray());
    }

    private static double weight(TestPlan plan, Hypothesis hypothesis) {
        return plan.weights().getOrDefault(hypothesis.id(), 1.0);
    }

    private static Ruling ruling(LedgerState state, Digest hash, List<TestOutcome> outcomes) {
        Registration registration = state.registration(hash).orElseThrow();
        Enrolment enrolment = Account.entry(state, registration).enrolment();
        if (outcomes.size() != enrolment.members().size()) {
            throw new NovumException(
                    ExitCode.SOFTWARE,
                    "registration " + hash + " has " + enrolment.members().size() + " members, not " + outcomes.size());
        }
        Account account = Account.of(state, registration.stake().data(), hash);
        int discoveries = enrolment.rowsSeenBefore() ? 0 : account.discoveries();
        BatchLond stream = new BatchLond(
                new BatchLond.Settings(enrolment.errorRate(), dependence(enrolment, outcomes)),
                discoveries,
                Math.max(account.members(), discoveries),
                0);
        double share = enrolment.level() / enrolment.errorRate();
        BatchLond.FamilyDecision decided = stream.next(new Family(pValues(outcomes), share, weights(enrolment)));
        List<Ruling.Entry> entries = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            Enrolment.Member member = enrolment.members().get(i);
            double level = decided.level() * member.weight();
            entries.add(new Ruling.Entry(
                    member.hypothesis(),
                    outcomes.get(i).strength(),
                    new LedgerDecision(
                            hash.hex(),
                            enrolment.firstIndex() + i,
                            level,
                            decided.rejections().contains(i))));
        }
        return new Ruling(discoveries, entries);
    }

    /** E-values need no assumption on dependence (Wang and Ramdas 2022), rows seen before allow none. */
    private static FamilyDependence dependence(Enrolment enrolment, List<TestOutcome> outcomes) {
        if (enrolment.rowsSeenBefore()) {
            return FamilyDependence.ARBITRARY;
        }
        boolean allE = outcomes.stream().allMatch(outcome -> outcome.strength() instanceof Strength.EValue);
        return allE || enrolment.dependence().equals(TestPlan.Dependence.POSITIVE.name())
                ? FamilyDependence.POSITIVE
                : FamilyDependence.ARBITRARY_WITHIN_FAMILY;
    }

    private static Weights weights(Enrolment enrolment) {
        return Weights.of(enrolment.members().stream()
                .mapToDouble(Enrolment.Member::weight)
                .toArray());
    }

    private static PValues pValues(List<TestOutcome> outcomes) {
        return PValues.of(outcomes.stream().map(outcome -> pValue(outcome.strength())).toList());
    }

    /** An e-value counts as the p-value 1/e, which Markov's inequality makes valid. */
    private static PValue pValue(Strength strength) {
        return switch (strength) {
            case Strength.PValue p -> PValue.ofLog10(p.log10());
            case Strength.EValue e -> PValue.ofLog10(Math.min(0, -e.log10()));
            case Strength.Untested _ -> PValue.of(1);
        };
    }
}
