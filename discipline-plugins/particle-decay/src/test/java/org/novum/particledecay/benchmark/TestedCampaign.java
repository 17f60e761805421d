package org.novum.particledecay.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.arrow.memory.BufferAllocator;
import org.novum.api.data.Batches;
import org.novum.api.data.DataHandle;
import org.novum.api.data.DataSource;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Analysis;
import org.novum.api.discipline.Discipline;
import org.novum.api.discipline.ResearchState;
import org.novum.api.discipline.Strength;
import org.novum.api.discipline.TestOutcome;
import org.novum.api.discipline.TestPlan;
import org.novum.api.study.Study;
import org.novum.particledecay.ParticleDecay;
import org.novum.particledecay.planted.PlantedConnector;
import org.novum.particledecay.testing.Laboratory;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.runtime.study.StudyReader;

/** A planted campaign put to the shipped study {@code campaign}: its plan and its test, as a run would do them. */
final class TestedCampaign {
    private TestedCampaign() {}

    /**
     * What the test said of a channel.
     *
     * @param mass of the best excess in GeV; 0 where nothing was tested
     * @param log10P of the p-value that counts: 0 where nothing was tested or a veto speaks against the excess
     * @param log10Scan of the global p-value of its scan, whatever vetoes say
     */
    record Claim(double mass, double log10P, double log10Scan) {}

    /** Tests every channel at a {@code planted:} address, in the order of the channels. */
    static List<Claim> of(String uri, int threads) {
        Study study = new StudyReader().read(Laboratory.shipped("campaign"), List.of("data.uri=" + uri));
        Discipline discipline = new ParticleDecay();
        List<Claim> claims = new ArrayList<>();
        try (Dataset data = new PlantedConnector().open(new DataSource(List.of(uri), Map.of(), Map.of(), Map.of()));
                TestStepContext context = new TestStepContext(threads)) {
            DataHandle rows = new Whole(data, context.allocator());
            Discipline.Question question = new Discipline.Question(study, data.card(), ResearchState.EMPTY,
                    discipline.hypothesisSpace(study, data.card()).propose(ResearchState.EMPTY));
            Analysis analysis = discipline.analyse(question, rows, context);
            TestPlan plan = discipline.plan(question, analysis);
            for (TestOutcome outcome : discipline.test(plan, rows, context)) {
                JsonNode excess = outcome.detail().path("excess");
                double log10 = outcome.strength() instanceof Strength.PValue p ? p.log10() : 0;
                claims.add(new Claim(excess.path("mass").asDouble(0), log10,
                        Math.min(0, excess.path("log10Global").asDouble(0))));
            }
        }
        return claims;
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
