package org.novum.journal;

import org.novum.api.ExitCode;

/** A blob is missing or its bytes are not those its name promises. */
public final class BlobException extends JournalException {

    private static final long serialVersionUID = 1L;

    private BlobException(ExitCode exitCode, String message) {
        super(exitCode, message);
    }

    /** The blob is not there. */
    public static BlobException missing(String where, Digest digest) {
        return new BlobException(
                ExitCode.NO_INPUT,
                "blob %s is missing at %s; copy the whole evidence bundle again".formatted(digest, where));
    }

    /** The blob's bytes hash to something else. */
    public static BlobException damaged(String where, Digest expected, Digest actual) {
        return new BlobException(
                ExitCode.CHECK_FAILED,
                "blob %s at %s is damaged: its bytes hash to %s; copy it again from an intact bundle"
                        .formatted(expected, where, actual));
    }
}
