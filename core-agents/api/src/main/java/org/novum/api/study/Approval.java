package org.novum.api.study;

/** Whether a person must approve before a study goes on. */
public enum Approval {
    /** Nobody is asked. */
    NONE,
    /** Every plan waits for a person before it is registered. */
    PLAN
}
