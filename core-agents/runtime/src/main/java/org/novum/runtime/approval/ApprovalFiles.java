package org.novum.runtime.approval;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.journal.CanonicalJson;
import org.novum.runtime.files.WholeFile;

/**
 * Plans that wait and decisions on them, as files of a run's folder: they outlive the process on either side. What was
 * decided is a step of the journal as soon as the run has read it.
 *
 * @param folder of the run
 */
public record ApprovalFiles(Path folder) implements Approver {
    private static final String WAITING = "waiting.json";

    @Override
    public Optional<Decision> decide(Waiting waiting) {
        write(WAITING, CanonicalJson.pretty(CanonicalJson.tree(waiting)));
        Path decided = decisionOf(waiting);
        return Files.isRegularFile(decided) ? Optional.of(CanonicalJson.read(read(decided), Decision.class)) : Optional.empty();
    }

    /** The plan that waits, if one does. */
    public Optional<Waiting> waiting() {
        Path file = approvals().resolve(WAITING);
        return Files.isRegularFile(file)
                ? Optional.of(CanonicalJson.read(read(file), Waiting.class))
                        .filter(waiting -> !Files.isRegularFile(decisionOf(waiting)))
                : Optional.empty();
    }

    /**
     * Keeps a decision on the plan that waits.
     *
     * @throws NovumException with {@code USAGE} if it withdraws what the plan does not have, {@code REFUSED} if it is about
     *     another plan
     */
    public void keep(Decision decision) {
        Waiting waiting = waiting()
                .orElseThrow(() -> new NovumException(ExitCode.NO_INPUT, folder + ": no plan waits for approval"));
        if (!decision.waiting().equals(waiting.digest())) {
            throw new NovumException(ExitCode.REFUSED, folder + ": another plan waits by now; look at it first");
        }
        decision.withdraw().stream()
                .filter(id -> waiting.plan().family().stream().noneMatch(member -> member.id().equals(id)))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new NovumException(ExitCode.USAGE, "the plan that waits has no hypothesis " + unknown);
                });
        write(decisionOf(waiting).getFileName().toString(), CanonicalJson.pretty(CanonicalJson.tree(decision)));
    }

    private Path approvals() {
        return folder.resolve("approvals");
    }

    private Path decisionOf(Waiting waiting) {
        return approvals().resolve("decision-" + waiting.digest().substring(0, 16) + ".json");
    }

    private void write(String name, byte[] bytes) {
        try {
            Files.createDirectories(approvals());
            WholeFile.write(approvals().resolve(name), bytes);
        } catch (IOException full) {
            throw new NovumException(ExitCode.CANNOT_WRITE, approvals() + ": cannot be written; make space", full);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new NovumException(ExitCode.NO_INPUT, file + ": cannot be read", unreadable);
        }
    }
}
