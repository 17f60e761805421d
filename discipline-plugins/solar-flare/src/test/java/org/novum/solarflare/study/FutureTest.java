package org.novum.solarflare.study;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.novum.api.data.DataException;
import org.novum.api.data.DataSource;
import org.novum.api.study.Budget;
import org.novum.api.study.Study;
import org.novum.pluginsdk.fake.InMemoryDataHandle;
import org.novum.pluginsdk.fake.InMemoryDataset;
import org.novum.pluginsdk.fake.InMemoryTable;
import org.novum.pluginsdk.fake.TestStepContext;
import org.novum.runtime.agent.Dated;
import org.novum.solarflare.SolarFlare;
import org.novum.solarflare.SyntheticSun;

/** A study refuses rows from after the moment at which its data were opened. */
class FutureTest {
    private static Study study(String scope) {
        return new Study(
                "flares", "Do they?", "sun", "solar-flare", DataSource.of("memory:sun"),
                JsonNodeFactory.instance.objectNode().put("scope", scope).put("testFrom", "2014-01-01"),
                Budget.USUAL);
    }

    private static void check(String scope, String present, InMemoryTable... tables) {
        try (TestStepContext context = new TestStepContext(1)) {
            new SolarFlare()
                    .check(
                            study(scope),
                            InMemoryDataHandle.onAll(InMemoryDataset.of("sun", tables), context.allocator()),
                            new Dated(context, Instant.parse(present)));
        }
    }

    @Test
    void patchesOfTheFutureAreCountedAndRefused() {
        InMemoryTable patches = SyntheticSun.patches(SyntheticSun.Law.PLANTED, 60, 3);
        assertThatCode(() -> check("region", "2015-01-05T00:00:00Z", patches)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("region", "2014-12-10T00:00:00Z", patches))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("the row is from the future")
                .hasMessageContaining("damaged rows");
    }

    @Test
    void groupsAndFlaresOfTheFutureAreRefused() {
        InMemoryTable groups = SyntheticSun.groups(40, 6);
        InMemoryTable flares = SyntheticSun.flares(40, 100, 7);
        assertThatCode(() -> check("full-disk", "2014-02-01T00:00:00Z", groups, flares)).doesNotThrowAnyException();
        assertThatThrownBy(() -> check("full-disk", "2014-01-20T00:00:00Z", groups, flares))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("from the future");
    }
}
