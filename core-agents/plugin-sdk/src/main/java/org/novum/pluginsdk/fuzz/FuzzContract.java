package org.novum.pluginsdk.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Logger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.novum.api.data.DataConnector;

/**
 * Damaged files end in an exception of ours, soon and without much memory, whatever the damage is.
 *
 * <p>A connector's test tree extends this and gives valid files. Some hundred inputs are tried in every build; {@code mvn verify
 * -Pfuzz} tries a million, or {@code -Dnovum.fuzz.inputs=N} from {@code -Dnovum.fuzz.first=SEED} on, and begins none after
 * {@code -Dnovum.fuzz.seconds=S}. An input is made from its seed alone: {@code -Dnovum.fuzz.inputs=1 -Dnovum.fuzz.first=SEED}
 * makes it again.
 */
public abstract class FuzzContract {
    private static final Logger LOG = Logger.getLogger(FuzzContract.class.getName());
    private static final long STREAM = 1L << 32;
    private static final long MOST_OPEN = 40;
    private static final int MOST_THREADS = 40;
    private static final int FEW = 100;

    @TempDir
    private Path folder;

    /** A new instance of the connector. */
    public abstract DataConnector connector();

    /** Small valid files, of every compression and layout that the connector knows. */
    public abstract List<FuzzSeed> seeds();

    /** How many inputs a build tries, some seconds' worth. */
    protected int some() {
        return 1_000;
    }

    @Test
    void someInputs() {
        FuzzReport report = tried(new FuzzRun.Span(0, some(), 600));
        assertThat(report.inputs()).isEqualTo(some());
    }

    @Test
    @Tag("fuzz")
    void manyInputs() {
        FuzzReport report = tried(new FuzzRun.Span(
                Long.getLong("novum.fuzz.first", STREAM),
                Integer.getInteger("novum.fuzz.inputs", 1_000_000),
                Long.getLong("novum.fuzz.seconds", Long.MAX_VALUE / 1_000_000_000)));
        LOG.info(report::toString);
    }

    private FuzzReport tried(FuzzRun.Span span) {
        FuzzRun run = new FuzzRun(connector(), seeds(), folder);
        run.requireValidSeeds();
        long open = openFiles();
        int threads = threads();
        FuzzReport report = run.run(span);
        if (!report.violations().isEmpty()) {
            fail(report.toString());
        }
        assertThat(openFiles() - open).as("files that damaged inputs left open").isLessThan(MOST_OPEN);
        assertThat(threads() - threads).as("threads that damaged inputs left waiting").isLessThan(MOST_THREADS);
        if (report.inputs() >= FEW) {
            assertThat(report.read()).as("inputs whose damage does no harm").isBetween(1, report.inputs() * 98 / 100);
        }
        return report;
    }

    private static int threads() {
        return ManagementFactory.getThreadMXBean().getThreadCount();
    }

    private static long openFiles() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getOpenFileDescriptorCount()
                : 0;
    }
}
