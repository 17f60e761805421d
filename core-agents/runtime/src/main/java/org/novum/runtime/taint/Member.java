package org.novum.runtime.taint;

/**
 * A hypothesis that is there.
 *
 * @param id of it
 */
public record Member(String id) {}
