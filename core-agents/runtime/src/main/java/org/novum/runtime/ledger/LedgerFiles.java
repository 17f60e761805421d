package org.novum.runtime.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.sqlite.SqliteExperimentLedgerStore;
import org.novum.runtime.RunEnvironment;

/**
 * Where the ledgers of all experiments lie.
 *
 * @param folder {@code NOVUM_HOME/ledgers}
 * @param clock stamps their entries
 */
public record LedgerFiles(Path folder, InstantSource clock) {
    private static final String ENDING = ".db";
    private static final String LOOKS = "looks";

    /** The ledgers of an environment. */
    public static LedgerFiles of(RunEnvironment environment) {
        return new LedgerFiles(environment.home().resolve("ledgers"), environment.clock());
    }

    /** Opens the ledger of an experiment; makes it if there is none. */
    public ExperimentLedgerStore open(String experiment) {
        return SqliteExperimentLedgerStore.open(folder, experiment, clock);
    }

    /** Opens the log of people's looks at data; makes it if there is none. */
    public ExperimentLedgerStore looks() {
        return SqliteExperimentLedgerStore.open(folder.resolve(LOOKS), LOOKS, clock);
    }

    /** Whether anybody has looked at data outside a study. */
    boolean haveLooks() {
        return Files.isDirectory(folder.resolve(LOOKS));
    }

    /** Names of the experiments that have a ledger, in order. */
    public List<String> experiments() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        } catch (IOException refused) {
            throw new NovumException(ExitCode.NO_INPUT, folder + ": cannot be read: " + refused.getMessage(), refused);
        }
    }
}
