package org.novum.cli;

import java.util.List;
import java.util.stream.Stream;
import org.novum.journal.BoundaryListener.Boundary;
import org.novum.pluginsdk.chat.ChatServer.Moment;

/** Where a life of a run ends. */
sealed interface Death {
    /** Nowhere: the run comes to its end. */
    Death NONE = new Sudden(Integer.MAX_VALUE, 0);

    /** Every place of a call, in the order in which a run that is resumed after each comes by them. */
    List<Place> PLACES = Stream.<Place>concat(
                    Stream.of(Boundary.BEFORE_INTENT, Boundary.AFTER_INTENT).map(InProgram::new),
                    Stream.concat(
                            Stream.of(Moment.values()).map(AtProvider::new),
                            Stream.of(
                                            Boundary.AFTER_RUN,
                                            Boundary.AFTER_BLOB,
                                            Boundary.BEFORE_RESULT_COMMIT,
                                            Boundary.AFTER_RESULT_COMMIT)
                                    .map(InProgram::new)))
            .toList();

    /** Name of the place, for the tally. */
    String place();

    /** Where the program halts to be killed. */
    default HaltingProgram.Halt halt() {
        return HaltingProgram.Halt.NEVER;
    }

    /** A place of any call. */
    sealed interface Place {
        /** The same of one call. */
        Death at(String call);
    }

    /** A boundary of the journal. */
    record InProgram(Boundary boundary) implements Place {
        @Override
        public Death at(String call) {
            return new AtBoundary(call, boundary);
        }
    }

    /** A moment at the provider. */
    record AtProvider(Moment moment) implements Place {
        @Override
        public Death at(String call) {
            return new AtMoment(call, moment);
        }
    }

    /** When the step of a call crosses a boundary. */
    record AtBoundary(String call, Boundary boundary) implements Death {
        @Override
        public String place() {
            return boundary.name();
        }

        @Override
        public HaltingProgram.Halt halt() {
            return new HaltingProgram.Halt(boundary.name(), call, 1);
        }
    }

    /** When the provider has come so far with a call. */
    record AtMoment(String call, Moment moment) implements Death {
        @Override
        public String place() {
            return moment.name();
        }
    }

    /**
     * At a random time.
     *
     * @param results that this life commits before
     * @param milliseconds that pass then
     */
    record Sudden(int results, int milliseconds) implements Death {
        @Override
        public String place() {
            return "AT_RANDOM";
        }
    }
}
