package org.novum.api;

/** The exit codes of the command line, after BSD's {@code sysexits.h}. */
public enum ExitCode {
    /** Done. */
    OK(0, "done"),
    /** A check of {@code verify} or {@code replay} failed. */
    CHECK_FAILED(1, "a check of verify or replay failed"),
    /** The command line is wrong: an unknown option, operation or study. */
    USAGE(64, "the command line is wrong"),
    /** The input data are wrong: a missing column, a broken file, a value that cannot be. */
    DATA(65, "the input data are wrong"),
    /** A file, dataset or bundle is not there. */
    NO_INPUT(66, "a file, dataset or bundle is not there"),
    /** A service or an address could not be reached, or refuses. */
    UNAVAILABLE(69, "a service or address could not be reached, or refuses"),
    /** A defect of Novum. */
    SOFTWARE(70, "a defect of Novum"),
    /** The memory is used up: the program was given too little for these data. */
    MEMORY(71, "the memory is used up; give the program more, or fewer data at once"),
    /** Output could not be written: the disk is full or the folder is not writable. */
    CANNOT_WRITE(73, "output could not be written, or the disk is full; resume when there is space"),
    /** Another process holds the run or the ledger; try again. */
    TEMPORARY(75, "another process holds the run or the ledger"),
    /** One of the seven laws forbids it: an unregistered opening, explored rows as confirmation. */
    REFUSED(77, "one of the laws forbids it"),
    /** The study file is wrong. */
    CONFIGURATION(78, "the study file is wrong");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The number the process ends with. */
    public int code() {
        return code;
    }

    /** What the number means, for help texts. */
    public String meaning() {
        return meaning;
    }
}
