package org.novum.journal;

/** A blob is missing or its bytes are not those its name promises. */
public final class BlobException extends JournalException {

    private static final long serialVersionUID = 1L;

    private BlobException(String message) {
        super(message);
    }

    /** The blob is not there. */
    public static BlobException missing(String where, Digest digest) {
        return new BlobException("blob %s is missing at %s; copy the whole evidence bundle again"
                .formatted(digest, where));
    }

    /** The blob's bytes hash to something else. */
    public static BlobException damaged(String where, Digest expected, Digest actual) {
        return new BlobException("blob %s at %s is damaged: its bytes hash to %s; copy it again from an intact bundle"
                .formatted(expected, where, actual));
    }
}
