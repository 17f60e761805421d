package org.novum.api.data;

import org.novum.api.ExitCode;
import org.novum.api.NovumException;

/** Bad input data: one line that names the file, the row or column, what is wrong and what to do. */
public final class DataException extends NovumException {
    /**
     * @param where the file, and the row or column if known, for instance {@code Zmumu.csv.gz, row 17, column pt1}
     * @param problem what is wrong there
     * @param remedy what the user can do
     */
    public DataException(String where, String problem, String remedy) {
        super(ExitCode.DATA, where + ": " + problem + "; " + remedy);
    }

    /**
     * @param where the file, and the row or column if known
     * @param problem what is wrong there
     * @param remedy what the user can do
     * @param cause what went wrong below
     */
    public DataException(String where, String problem, String remedy, Throwable cause) {
        super(ExitCode.DATA, where + ": " + problem + "; " + remedy, cause);
    }
}
