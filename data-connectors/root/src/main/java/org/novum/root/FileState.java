package org.novum.root;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.BasicFileAttributes;
import org.novum.api.ExitCode;
import org.novum.api.NovumException;
import org.novum.api.data.DataException;

/** Size and time of change of a file, to tell whether it is still the one whose digest is on the card. */
record FileState(long size, long changed) {
    static FileState of(RootPlace place) {
        try {
            BasicFileAttributes attributes = Files.readAttributes(place.path(), BasicFileAttributes.class);
            if (!attributes.isRegularFile()) {
                throw new NovumException(
                        ExitCode.NO_INPUT, place.label() + ": this is no file; name the files in it, for instance with *.root");
            }
            return new FileState(attributes.size(), attributes.lastModifiedTime().toMillis());
        } catch (NoSuchFileException e) {
            throw new NovumException(ExitCode.NO_INPUT, place.label() + ": there is no such file; check the path", e);
        } catch (IOException e) {
            throw new DataException(
                    place.label(), "it cannot be read (" + e.getMessage() + ")", "check that it may be read", e);
        }
    }

    void requireUnchanged(RootPlace place) {
        if (!equals(of(place))) {
            throw new DataException(
                    place.label(), "it has changed since it was opened", "leave the file alone and run again");
        }
    }
}
