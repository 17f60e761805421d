package org.novum.tabular;

import org.novum.api.data.DataException;

/** The first field of a block that is no value of its column; who reads the file counts the other damaged rows. */
final class FieldFault extends RuntimeException {
    private final String place;
    private final String problem;
    private final String remedy;

    FieldFault(String place, String problem, String remedy) {
        super(place + ": " + problem);
        this.place = place;
        this.problem = problem;
        this.remedy = remedy;
    }

    /** What the user is told, with the number of damaged rows. */
    DataException among(long rows) {
        String count = rows > 1 ? ", the first of " + rows + " damaged rows in this file" : "";
        return new DataException(place, problem + count, remedy);
    }
}
