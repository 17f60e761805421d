package org.novum.runtime.taint;

import org.novum.api.discipline.Operation;
import org.novum.api.study.Call;

/**
 * An operation with parameters that fit and name no files.
 *
 * @param operation of the study's discipline
 * @param parameters bound and checked
 * @param call the same as it is recorded
 */
public record AuthorisedCall<I extends Record>(Operation<I> operation, I parameters, Call call) {}
