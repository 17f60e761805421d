package org.novum.fits.spectrum;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.novum.files.Guard;

/**
 * A file that was opened once: how many rows it gives, of which objects, and the digest of its bytes.
 *
 * @param source the file
 * @param version in which it was seen
 * @param identities one for each row; a file that cannot be opened gives one row
 * @param exposures the survey's number of the exposure of each row, or nothing; none if the file cannot be opened
 * @param sha256 of the decompressed bytes, or of the problem if these cannot be had
 */
record FileScan(
        FileSource source,
        FileContent.Version version,
        List<Identity> identities,
        List<OptionalInt> exposures,
        byte[] sha256) {
    /** Opens the file, and reads no pixel. */
    static FileScan of(FileSource source, OpenFiles files) {
        FileContent.Version version = FileContent.Version.of(source.path());
        byte[] content;
        try {
            content = FileContent.read(source.path());
        } catch (SpectrumException unreadable) {
            return new FileScan(source, version, List.of(Identity.UNKNOWN), List.of(), digest().digest(stored(source)));
        }
        byte[] sha256 = digest().digest(content);
        try {
            SpectrumFile file = files.open(source, content);
            List<Identity> identities = new ArrayList<>();
            List<OptionalInt> exposures = new ArrayList<>();
            Guard.call(
                    () -> {
                        for (int index = 0; index < file.size(); index++) {
                            identities.add(file.identity(index));
                            exposures.add(file.exposure(index));
                        }
                        return identities;
                    },
                    SpectrumException::damaged);
            if (identities.isEmpty()) {
                return new FileScan(source, version, List.of(Identity.UNKNOWN), List.of(), sha256);
            }
            files.keep(source, new OpenFiles.Kept(file, version, content.length));
            return new FileScan(source, version, List.copyOf(identities), List.copyOf(exposures), sha256);
        } catch (SpectrumException _) {
            return new FileScan(source, version, List.of(Identity.UNKNOWN), List.of(), sha256); // reading the row says why
        }
    }

    /** The survey's number of the exposure of a row. */
    OptionalInt exposure(int row) {
        return exposures.isEmpty() ? OptionalInt.empty() : exposures.get(row);
    }

    /** Whether this file can be cut into halves of exposures; one that cannot be opened stands in nobody's way. */
    boolean canBeHalved() {
        return exposures.isEmpty() || exposures.stream().filter(OptionalInt::isPresent).count() > 1;
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
    Rows read(OpenFiles files) {
        try {
            if (!FileContent.Version.of(source.path()).equals(version)) {
                return failed("the file has changed since it was opened; start again");
            }
            OpenFiles.Kept open = files.take(source, version).orElseGet(() -> opened(files));
            if (open.file().size() != rows()) {
                return failed("the file has changed since it was opened; start again");
            }
            Rows rows = new Rows(open.file());
            files.keep(source, open);
            return rows;
        } catch (SpectrumException unreadable) {
            return failed(String.valueOf(unreadable.getMessage()));
        }
    }

    private OpenFiles.Kept opened(OpenFiles files) {
        byte[] content = FileContent.read(source.path());
        return new OpenFiles.Kept(files.open(source, content), version, content.length);
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
