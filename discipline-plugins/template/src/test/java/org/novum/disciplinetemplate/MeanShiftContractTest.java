package org.novum.disciplinetemplate;

/** Everything that is tested comes from the contract. */
class MeanShiftContractTest extends MeanShiftFixture {}
