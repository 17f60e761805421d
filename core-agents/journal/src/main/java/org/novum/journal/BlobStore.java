package org.novum.journal;

import java.util.List;

/** Immutable byte strings named by their SHA-256. Implementations are safe for use by many threads. */
public interface BlobStore {

    /**
     * Stores the bytes durably and returns their name; storing the same bytes again changes nothing.
     *
     * @throws StorageFullException when there is no space; nothing is left behind under the name
     */
    Digest put(byte[] bytes);

    /**
     * The bytes of that name, checked against it.
     *
     * @throws BlobException when the blob is missing or damaged
     */
    byte[] get(Digest digest);

    /** Whether a blob of that name is there; its bytes are not checked. */
    boolean contains(Digest digest);

    /** The names of all blobs, in ascending order. */
    List<Digest> list();

    /** Removes what interrupted writers left behind; call only while no other writer is live. */
    void discardUnfinished();
}
