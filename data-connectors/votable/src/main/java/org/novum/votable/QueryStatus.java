package org.novum.votable;

import java.util.List;
import org.novum.api.data.DataPart;
import org.novum.api.data.DatasetCard;

/** How a service of the Virtual Observatory says that it answered (DALI 1.1, section 4.4). */
public sealed interface QueryStatus {
    /** Completely, or the document is no answer of a service. */
    record Complete() implements QueryStatus {}

    /** With fewer rows than there are, because of a limit. */
    record Overflow() implements QueryStatus {
        /** What a user must know. */
        public static final String REMARK = "the service cut its answer off (OVERFLOW): there are more rows than these";

        /** What follows the document's name in the name of its dataset. */
        static final String NAMED = " (cut off by the service: OVERFLOW)";

        /** Whether a part is of an answer that was cut off, as the name of its dataset says. */
        public static boolean isOf(DatasetCard dataset, DataPart part) {
            List<String> names = List.of(dataset.name().split(", "));
            String document = part.name().replaceFirst("-[0-9]+$", "");
            return names.contains(part.name() + NAMED) || names.contains(document + NAMED);
        }
    }

    /**
     * With an error.
     *
     * @param message of the service, one line
     */
    record Error(String message) implements QueryStatus {}
}
