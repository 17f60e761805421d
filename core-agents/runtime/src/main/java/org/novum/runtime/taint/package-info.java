/**
 * What comes from outside the program and what has been let in: a {@link org.novum.runtime.taint.Sourced} value can be
 * quoted and nothing else, a {@link org.novum.runtime.taint.Gate} alone makes an {@link org.novum.runtime.taint.Admitted}
 * one of it, and what has consequences takes admitted values.
 */
@NullMarked
package org.novum.runtime.taint;

import org.jspecify.annotations.NullMarked;
