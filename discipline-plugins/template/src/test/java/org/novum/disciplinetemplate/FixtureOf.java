package org.novum.disciplinetemplate;

import org.novum.api.discipline.Discipline;

/** The template's fixture with another discipline in it; its tests are called one by one. */
final class FixtureOf extends MeanShiftFixture {
    private final Discipline discipline;

    FixtureOf(Discipline discipline) {
        this.discipline = discipline;
    }

    @Override
    public Discipline discipline() {
        return discipline;
    }
}
