package org.novum.runtime.agent;

import java.util.Map;
import java.util.TreeMap;
import org.novum.api.study.Study;

/** The part of a study that a step's result can depend on. */
public final class StudyDigest {
    private StudyDigest() {}

    /** Discipline, options and column mapping; not the name, the question, the budget or where the data are. */
    public static Map<String, Object> of(Study study) {
        Map<String, Object> part = new TreeMap<>();
        part.put("discipline", study.discipline());
        part.put("options", study.options());
        part.put("columns", new TreeMap<>(study.data().columns()));
        part.put("units", new TreeMap<>(study.data().units()));
        part.put("select", new TreeMap<>(study.data().select()));
        return part;
    }
}
