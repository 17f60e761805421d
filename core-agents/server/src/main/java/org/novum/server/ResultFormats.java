package org.novum.server;

import java.util.List;
import org.novum.api.discipline.OperationResult;

/** The formats in which results are given. */
public interface ResultFormats {
    /** The media type of documents, and of tables where nothing else is asked for. */
    String JSON = "application/json";

    /** The media type of a table as comma-separated values. */
    String CSV = "text/csv";

    /** The media type of pictures as a page. */
    String HTML = "text/html";

    /** All media types, {@link #JSON} first. */
    List<String> mediaTypes();

    /**
     * A result as bytes.
     *
     * @param mediaType one of {@link #mediaTypes()}
     * @throws org.novum.api.NovumException with {@code USAGE} if the result has no such form
     */
    byte[] write(String mediaType, OperationResult result);
}
