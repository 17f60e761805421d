package org.novum.server;

import java.nio.file.Path;
import java.util.List;
import org.novum.report.FindingsDocument;
import org.novum.runtime.RunListener;

/** The studies that callers may run. Every run is paid from the study's error ledger, whoever asks. */
public interface ServedStudies {
    /** All studies, by name. */
    List<Card> all();

    /**
     * The text of a study file.
     *
     * @throws org.novum.api.NovumException with {@code NO_INPUT} if there is no such study
     */
    String text(String name);

    /**
     * Runs a study to its end. The same request again is the same run: if it was interrupted it is resumed, and if it has
     * ended its findings are given again.
     *
     * @throws org.novum.api.NovumException as a run ends
     */
    Run run(Request request, RunListener listener);

    /**
     * What a study is.
     *
     * @param name of the file, without ending
     * @param question it asks
     * @param discipline that answers
     */
    record Card(String name, String question, String discipline) {}

    /**
     * What is asked for.
     *
     * @param study its name
     * @param settings {@code key=value} in place of keys of the study file; only what a study asks, not where its data are
     *     nor which models it calls
     * @param seed tells repetitions apart
     */
    record Request(String study, List<String> settings, long seed) {
        /** Copies the list. */
        public Request {
            settings = List.copyOf(settings);
        }
    }

    /**
     * A run that has ended.
     *
     * @param bundle folder of its evidence
     * @param findings of it
     */
    record Run(Path bundle, FindingsDocument findings) {}
}
