package org.novum.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.Dataset;
import org.novum.api.data.DatasetCard;
import org.novum.api.discipline.Discipline;
import org.novum.api.study.Study;
import org.novum.journal.CanonicalJson;
import org.novum.journal.ExperimentLedgerStore;
import org.novum.journal.FileBlobStore;
import org.novum.journal.Journal;
import org.novum.journal.JournalReader;
import org.novum.journal.JournalRecord;
import org.novum.journal.Replay;
import org.novum.journal.sqlite.SqliteJournalReader;
import org.novum.journal.sqlite.SqliteJournalStore;
import org.novum.report.FindingsDocument;
import org.novum.runtime.approval.ApprovalFiles;
import org.novum.runtime.approval.Approver;
import org.novum.runtime.bundle.Bundle;
import org.novum.runtime.bundle.BundleWriter;
import org.novum.runtime.bundle.DataReopener;
import org.novum.runtime.bundle.RunCard;
import org.novum.runtime.ledger.ErrorLedger;
import org.novum.runtime.ledger.Ledger;
import org.novum.runtime.ledger.LedgerFiles;
import org.novum.runtime.ledger.Looks;
import org.novum.runtime.model.Doubts;
import org.novum.runtime.replay.ReplayReport;

/** The research facade: runs a study, resumes an interrupted run, replays a bundle. */
public final class Research {
    /** Ends that no resumption can mend, since the study or its data must change first. */
    private static final Set<ExitCode> LEAVING_NOTHING = EnumSet.of(
            ExitCode.DATA, ExitCode.NO_INPUT, ExitCode.UNAVAILABLE, ExitCode.REFUSED, ExitCode.CONFIGURATION);

    private final Plugins plugins;
    private final RunEnvironment environment;
    private final DataFinder finder;
    private final Observers observers;

    /**
     * @param plugins disciplines and connectors
     * @param environment clock, home folder, memory and workers
     * @param finder of data files by digest, for resume and replay
     * @param observers who watch
     */
    public Research(Plugins plugins, RunEnvironment environment, DataFinder finder, Observers observers) {
        this.plugins = plugins;
        this.environment = environment;
        this.finder = finder;
        this.observers = observers;
    }

    /**
     * Runs a study to its end and writes its evidence bundle. A run that fails for its study or data before anything is
     * registered leaves nothing behind.
     *
     * @param folder of the bundle; must not hold a run yet
     */
    public FindingsDocument run(Study study, long seed, Path folder) {
        Discipline discipline = plugins.discipline(study.discipline());
        RunCard card = new RunCard(study, seed, versions(discipline));
        Bundle bundle = new Bundle(folder).makeEmpty();
        try (Journal journal = open(bundle, begin(bundle.path(Bundle.JOURNAL), card.id()))) {
            return live(journal, card, bundle);
        } catch (NovumException refused) {
            if (LEAVING_NOTHING.contains(refused.exitCode())) {
                bundle.discardUnlessRegistered();
            }
            throw refused;
        }
    }

    /** Continues an interrupted run; a finished one has its files written again from the record. */
    public FindingsDocument resume(Path folder) {
        Bundle bundle = new Bundle(folder).requireRun();
        Path file = bundle.path(Bundle.JOURNAL);
        try (Journal journal = open(bundle, SqliteJournalStore.resume(file, writer()))) {
            return live(journal, card(journal.reader(), bundle), bundle);
        }
    }

    /** Runs every pure step of a bundle again, with nothing but the bundle and its data, and compares. */
    public ReplayReport replay(Path folder) {
        Bundle bundle = new Bundle(folder).requireRun();
        try (JournalReader journal = SqliteJournalReader.open(bundle.path(Bundle.JOURNAL))) {
            RunCard card = card(journal, bundle);
            FileBlobStore blobs = FileBlobStore.at(bundle.path(Bundle.BLOBS));
            Replay replay = new Replay(journal, blobs);
            RunSession session = new RunSession(plugins, environment, observers.events());
            BundleWriter.Outcome outcome =
                    session.execute(
                            new RunSession.Desks(replay, RunSession.Outside.NONE, Doubts.NONE, Approver.NOBODY),
                            card,
                            Ledger.OF_REPLAY,
                            opener(card, bundle));
            return ReplayReport.of(bundle, outcome.findings(), replay.unvisited());
        }
    }

    private FindingsDocument live(Journal journal, RunCard card, Bundle bundle) {
        journal.record(new JournalRecord.RunStarted(CanonicalJson.tree(card)));
        RunSession session = new RunSession(plugins, environment, observers.events());
        LedgerFiles ledgers = LedgerFiles.of(environment);
        try (ExperimentLedgerStore store = ledgers.open(card.study().experiment())) {
            BundleWriter.Outcome outcome =
                    session.execute(
                            new RunSession.Desks(
                                    journal,
                                    new RunSession.Outside(plugins.models(), plugins.tools()),
                                    Doubts.in(journal, environment.clock()),
                                    new ApprovalFiles(bundle.folder())),
                            card,
                            new ErrorLedger(store, Looks.in(ledgers)),
                            opener(card, bundle));
            Map<String, String> files = new BundleWriter(
                            bundle, plugins.discipline(card.study().discipline()).card())
                    .write(outcome, journal.reader());
            journal.record(new JournalRecord.RunFinished(CanonicalJson.tree(Map.of("files", files))));
            return outcome.document();
        }
    }

    private RunSession.Opener opener(RunCard card, Bundle bundle) {
        return new RunSession.Opener() {
            @Override
            public Dataset open() {
                return plugins.open(card.study().data());
            }

            @Override
            public Dataset reopen(DatasetCard recorded) {
                return new DataReopener(plugins, finder).reopen(card.study().data(), recorded, bundle.folder());
            }
        };
    }

    private Journal open(Bundle bundle, SqliteJournalStore store) {
        try {
            return Journal.open(new Journal.Parts(
                    store,
                    FileBlobStore.at(bundle.path(Bundle.BLOBS)),
                    RunSession.published(observers.events()),
                    observers.boundaries()));
        } catch (RuntimeException failed) {
            store.close();
            throw failed;
        }
    }

    /** A new journal, or one of this run that was interrupted before the run was recorded in it. */
    private SqliteJournalStore begin(Path file, String runId) {
        return Files.isRegularFile(file) && holds(file, runId)
                ? SqliteJournalStore.resume(file, writer())
                : SqliteJournalStore.create(file, runId, writer());
    }

    private static boolean holds(Path file, String runId) {
        try (JournalReader journal = SqliteJournalReader.open(file)) {
            return !journal.stored().isEmpty() && journal.runId().equals(runId);
        }
    }

    private SqliteJournalStore.Writer writer() {
        return new SqliteJournalStore.Writer("process " + ProcessHandle.current().pid(), environment.clock());
    }

    private static Map<String, String> versions(Discipline discipline) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("novum", NovumVersion.current());
        // The release alone: builds of one release give the same results, and the versions are part of the run's id.
        versions.put("java", String.valueOf(Runtime.version().feature()));
        versions.putAll(discipline.tables());
        versions.put(discipline.card().name(), discipline.card().version());
        return versions;
    }

    private static RunCard card(JournalReader journal, Bundle bundle) {
        return journal.records(JournalRecord.RunStarted.class).stream()
                .findFirst()
                .map(started -> Json.read(CanonicalJson.bytes(started.payload()), RunCard.class))
                .orElseThrow(() -> new NovumException(
                        ExitCode.NO_INPUT,
                        bundle.folder() + ": the run was interrupted before it was recorded; run the study again into the"
                                + " same folder"));
    }
}
