package org.novum.particledecay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.Hypothesis;
import org.novum.api.discipline.HypothesisSpace;
import org.novum.api.discipline.Priors;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.ModelBudget;
import org.novum.api.study.Study;
import org.novum.api.study.Team;
import org.novum.journal.CanonicalJson;
import org.novum.journal.FileBlobStore;
import org.novum.journal.Journal;
import org.novum.journal.sqlite.SqliteJournalStore;
import org.novum.models.ModelCard;
import org.novum.models.ModelReply;
import org.novum.models.Usage;
import org.novum.models.scripted.ScriptedModel;
import org.novum.particledecay.ParticleDecay;
import org.novum.particledecay.planted.PlantedConnector;
import org.novum.particledecay.testing.Laboratory;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.runtime.model.Doubts;
import org.novum.runtime.model.ModelDesk;
import org.novum.runtime.model.ModelProposer;
import org.novum.runtime.model.Proposed;
import org.novum.runtime.model.ProposedFamily;
import org.novum.runtime.model.Weighing;
import org.novum.runtime.study.StudyReader;

/** The shipped study {@code campaign} asked by the systematic proposer and a scripted model together, as a run asks it. */
final class AskedCampaign implements AutoCloseable {
    private static final ModelBudget ROOM = new ModelBudget(100_000_000, 1, 1, 1, 5000);

    private final Discipline discipline = new ParticleDecay();
    private final Study study;
    private final Dataset data;
    private final TestStepContext context = new TestStepContext(2);

    AskedCampaign(String uri) {
        JsonNode settings = CanonicalJson.parse("{\"default\":{\"model\":\"scripted\",\"baseUrl\":\"http://localhost\"}}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        this.study = new StudyReader()
                .read(Laboratory.shipped("campaign"), List.of("data.uri=" + uri))
                .askedBy(new Team(List.of("systematic", "default"), settings, ROOM));
        this.data = new PlantedConnector().open(new DataSource(List.of(uri), Map.of(), Map.of(), Map.of()));
    }

    /**
     * What is asked.
     *
     * @param plan as registered, with its weights
     * @param priors of its family
     * @param proposed what was kept and dropped of the model's answer
     */
    record Planned(TestPlan plan, Priors priors, Proposed proposed) {
        /** The channel of each member, in the family's order. */
        List<String> channels() {
            return plan.family().stream().map(AskedCampaign::channel).toList();
        }
    }

    /** What the systematic proposer asks alone. */
    Planned systematic() {
        return planned(new ProposedFamily(space().propose(ResearchState.EMPTY), Priors.NONE), none());
    }

    /** What it asks with a model that gives this answer, through the same request, form, sieve and plan as in a run. */
    Planned both(String answer) {
        Proposed proposed = proposed(answer);
        return planned(ProposedFamily.of(space().propose(ResearchState.EMPTY), List.of(proposed)), proposed);
    }

    /** What a model that gives this answer asks alone. */
    Planned alone(String answer) {
        Proposed proposed = proposed(answer);
        return planned(ProposedFamily.of(List.of(), List.of(proposed)), proposed);
    }

    private Proposed proposed(String answer) {
        HypothesisSpace space = space();
        Path folder = temporary();
        try (Journal journal = Journal.open(Journal.Parts.of(
                SqliteJournalStore.create(
                        folder.resolve("journal.db"), "run", new SqliteJournalStore.Writer("benchmark", () -> Instant.EPOCH)),
                FileBlobStore.at(folder.resolve("blobs"))))) {
            ModelDesk desk = new ModelDesk(
                    journal,
                    "run",
                    study.team(),
                    new ModelDesk.Surroundings(
                            settings -> new ScriptedModel(settings.card(), _ -> reply(settings.card(), answer)),
                            () -> Instant.EPOCH,
                            Doubts.in(journal, () -> Instant.EPOCH)));
            ModelProposer proposer = new ModelProposer(desk, space);
            Discipline.Question question =
                    new Discipline.Question(study, data.card(), ResearchState.EMPTY, List.of());
            ModelProposer.Answer said = proposer.ask("default", question);
            return proposer.sift("default", said, question);
        } finally {
            remove(folder);
        }
    }

    private static ModelReply reply(ModelCard card, String answer) {
        return new ModelReply(answer, List.of(), ModelReply.End.STOP, new Usage(1, 1), card.model());
    }

    private static Proposed none() {
        return new Proposed("", List.of(), new Proposed.Dropped(0, 0, 0, 0), "");
    }

    private HypothesisSpace space() {
        return discipline.hypothesisSpace(study, data.card());
    }

    private Planned planned(ProposedFamily proposed, Proposed by) {
        Discipline.Question question = new Discipline.Question(
                study, data.card(), ResearchState.EMPTY, proposed.family(), proposed.priors());
        DataHandle rows = new Whole(data, context.allocator());
        TestPlan plan = Weighing.weigh(
                discipline.plan(question, discipline.analyse(question, rows, context)), proposed.priors());
        return new Planned(plan, proposed.priors(), by);
    }

    /** Tests the channels of a plan that are wanted. */
    Map<String, Scans.Scan> scanned(Planned planned, Predicate<Hypothesis> wanted) {
        TestPlan plan = planned.plan();
        List<Hypothesis> members = plan.family().stream().filter(wanted).toList();
        TestPlan part = new TestPlan(
                members, plan.statistic(), plan.selection(), plan.dependence(), Map.of(), plan.design());
        Map<String, Scans.Scan> scans = new TreeMap<>();
        List<TestOutcome> outcomes = discipline.test(part, new Whole(data, context.allocator()), context);
        for (int i = 0; i < members.size(); i++) {
            TestOutcome outcome = outcomes.get(i);
            if (!outcome.hypothesis().equals(members.get(i).id())) {
                throw new IllegalStateException("outcomes are not in the order of the plan");
            }
            scans.put(
                    channel(members.get(i)),
                    new Scans.Scan(outcome.detail().path("excess").path("mass").asDouble(0), log10P(outcome)));
        }
        return scans;
    }

    private static String channel(Hypothesis member) {
        return member.claim().path("channel").asText();
    }

    /** log10 of the p-value that counts; 0 where nothing was tested or a veto speaks against the excess. */
    private static double log10P(TestOutcome outcome) {
        return outcome.strength() instanceof Strength.PValue p ? p.log10() : 0;
    }

    @Override
    public void close() {
        context.close();
        data.close();
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("asked-campaign");
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : new ArrayList<>(tree.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(path);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** All rows of a dataset: a registered scan confirms on the whole sample. */
    private record Whole(Dataset data, BufferAllocator allocator) implements DataHandle {
        @Override
        public DatasetCard card() {
            return data.card();
        }

        @Override
        public String partition() {
            return "all";
        }

        @Override
        public Batches read(String part, List<String> columns) {
            return data.read(allocator, part, columns);
        }
    }
}
