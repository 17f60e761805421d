package org.novum.cli;

import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.LockSupport;
import org.novum.archives.ArchivePlaces;
import org.novum.journal.BoundaryListener;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.JournalStore;
import org.novum.runtime.Observers;
import org.novum.runtime.RunListener;

/**
 * The real program, to be killed: where the crossing whose number is the system property {@value #CROSSINGS} is reached,
 * it says {@code halted <where> <what>} and stays there until somebody kills it.
 *
 * <p>Besides the boundaries of the journal, it counts each entry that is being written inside a transaction of journal or
 * ledger, which it notices because their clock is asked for the entry's time. It says {@code acknowledged <step>} when a
 * step's result is committed.
 */
final class HaltingProgram {
    static final String CROSSINGS = "novum.test.crossings";
    static final String JOURNAL_TRANSACTION = "IN_JOURNAL_TRANSACTION";
    static final String LEDGER_TRANSACTION = "IN_LEDGER_TRANSACTION";

    private int left;

    private HaltingProgram(int crossings) {
        this.left = crossings;
    }

    public static void main(String[] arguments) {
        HaltingProgram program = new HaltingProgram(Integer.getInteger(CROSSINGS, Integer.MAX_VALUE));
        Workbench workbench = new Workbench(
                new Observers(RunListener.NONE, program::reached),
                new Workbench.Surroundings(program.clock(), ArchivePlaces.fromEnvironment()));
        System.exit(Main.commandLine(workbench).execute(arguments));
    }

    private void reached(BoundaryListener.Boundary boundary, String subject) {
        if (boundary == BoundaryListener.Boundary.AFTER_RESULT_COMMIT) {
            say("acknowledged " + subject);
        }
        cross(boundary.name(), subject);
    }

    private InstantSource clock() {
        return () -> {
            if (writing(ExperimentLedgerStore.class)) {
                cross(LEDGER_TRANSACTION, "ledger");
            } else if (writing(JournalStore.class)) {
                cross(JOURNAL_TRANSACTION, "journal");
            }
            return Instant.ofEpochMilli(System.currentTimeMillis());
        };
    }

    private static boolean writing(Class<?> store) {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames -> frames.anyMatch(frame -> store.isAssignableFrom(frame.getDeclaringClass())));
    }

    private synchronized void cross(String where, String what) {
        left--;
        if (left == 0) {
            say("halted " + where + " " + what);
            while (true) {
                LockSupport.park(this);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
