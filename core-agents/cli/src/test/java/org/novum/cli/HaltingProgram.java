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
 * The real program, to be killed: where it crosses the place that the system property {@value #PLACE} names for the time
 * that {@value #CROSSING} says, it tells {@code halted <place> <what>} and stays there until somebody kills it.
 *
 * <p>Places are the boundaries of the journal, and the writing of an entry inside a transaction of journal or ledger, which
 * it notices because their clock is asked for the entry's time. It says {@code acknowledged <step>} when a step's result is
 * committed.
 */
final class HaltingProgram {
    static final String PLACE = "novum.test.place";
    static final String SUBJECT = "novum.test.subject";
    static final String CROSSING = "novum.test.crossing";
    static final String JOURNAL_TRANSACTION = "IN_JOURNAL_TRANSACTION";
    static final String LEDGER_TRANSACTION = "IN_LEDGER_TRANSACTION";

    private final String place;
    private final String subject;
    private int left;

    private HaltingProgram(Halt halt) {
        this.place = halt.place();
        this.subject = halt.subject();
        this.left = halt.crossing();
    }

    /**
     * Where to halt.
     *
     * @param place its name
     * @param subject the step that has to come by; empty for any
     * @param crossing how many times to come by, from 1
     */
    record Halt(String place, String subject, int crossing) {
        /** Nowhere. */
        static final Halt NEVER = new Halt("nowhere", "", 1);
    }

    public static void main(String[] arguments) {
        HaltingProgram program = new HaltingProgram(new Halt(
                System.getProperty(PLACE), System.getProperty(SUBJECT), Integer.getInteger(CROSSING)));
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
        if (where.equals(place) && (subject.isEmpty() || subject.equals(what)) && --left == 0) {
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
