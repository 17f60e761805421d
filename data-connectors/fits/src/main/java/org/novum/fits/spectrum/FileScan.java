package org.novum.fits.spectrum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/**
 * A file that was opened once: how many rows it gives, of which objects, and the digest of its bytes.
 *
 * @param source the file
 * @param version in which it was seen
 * @param identities one for each row; a file that cannot be opened gives one row
 * @param sha256 of the decompressed bytes, or of the problem if these cannot be had
 */
record FileScan(FileSource source, FileContent.Version version, List<Identity> identities, byte[] sha256) {
    /** Opens the file, and reads no pixel. */
    static FileScan of(FileSource source, Formats formats) {
        FileContent.Version version = FileContent.Version.of(source.path());
        byte[] content;
        try {
            content = FileContent.read(source.path());
        } catch (SpectrumException unreadable) {
            return new FileScan(source, version, List.of(Identity.UNKNOWN), digest().digest(stored(source)));
        }
        return new FileScan(source, version, identities(content, formats), digest().digest(content));
    }

    /** How many rows the file gives. */
    int rows() {
        return identities.size();
    }

    /**
     * Reads the rows.
     *
     * @return as many as the scan found; those of a file that has changed since say so
     */
    Rows read(Formats formats) {
        try {
            if (!FileContent.Version.of(source.path()).equals(version)) {
                return failed("the file has changed since it was opened; start again");
            }
            SpectrumFile file = formats.open(FileContent.read(source.path()));
            return file.size() == rows()
                    ? new Rows(file)
                    : failed("the file has changed since it was opened; start again");
        } catch (SpectrumException unreadable) {
            return failed(String.valueOf(unreadable.getMessage()));
        }
    }

    private Rows failed(String problem) {
        return new Rows(new SpectrumFile() {
            @Override
            public int size() {
                return rows();
            }

            @Override
            public Identity identity(int index) {
                return identities.get(index);
            }

            @Override
            public SpectrumRow.Spectrum read(int index) {
                throw new SpectrumException(problem);
            }
        });
    }

    private static List<Identity> identities(byte[] content, Formats formats) {
        try {
            SpectrumFile file = formats.open(content);
            List<Identity> identities = new ArrayList<>();
            for (int index = 0; index < file.size(); index++) {
                identities.add(file.identity(index));
            }
            return identities.isEmpty() ? List.of(Identity.UNKNOWN) : List.copyOf(identities);
        } catch (SpectrumException _) {
            return List.of(Identity.UNKNOWN); // reading the row says why
        }
    }

    /** A file whose bytes cannot be had is known by its name and size. */
    private static byte[] stored(FileSource source) {
        return (source.label() + " " + FileContent.Version.of(source.path()).size())
                .getBytes(StandardCharsets.UTF_8);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
