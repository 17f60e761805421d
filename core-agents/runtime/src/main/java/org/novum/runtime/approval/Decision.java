package org.novum.runtime.approval;

import java.util.List;

/**
 * A person lets a plan be registered. What they withdraw stays in the family, is paid for, and counts as not passed.
 *
 * @param waiting digest of the plan that they saw
 * @param withdraw ids of hypotheses
 * @param by who decided
 * @param remark for the record
 */
public record Decision(String waiting, List<String> withdraw, String by, String remark) {
    /** Copies the list. */
    public Decision {
        withdraw = List.copyOf(withdraw);
    }
}
