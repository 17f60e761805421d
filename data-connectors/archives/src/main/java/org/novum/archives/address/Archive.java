package org.novum.archives.address;

import java.util.Locale;

/** Servers that addresses lead to. */
public enum Archive {
    /** CERN Open Data. */
    CERN("https://opendata.cern.ch"),
    /** The Science Archive Server of SDSS. */
    SDSS("https://data.sdss.org"),
    /** LAMOST, from its sixth release on. */
    LAMOST("https://www.lamost.org"),
    /** LAMOST up to its fifth release, each on a host of its own. */
    LAMOST_EARLY("http://dr{release}.lamost.org"),
    /** NOAA's Space Weather Prediction Center. */
    SWPC("https://services.swpc.noaa.gov"),
    /** Stanford's Joint Science Operations Center. */
    JSOC("http://jsoc.stanford.edu");

    private final String publicBase;

    Archive(String publicBase) {
        this.publicBase = publicBase;
    }

    /** The public server, without a slash at its end; {@code {release}} stands for the number of a release. */
    String publicBase() {
        return publicBase;
    }

    /** What it is called in the file of hosts: {@code lamost-early}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that names another server: {@code NOVUM_HOST_LAMOST_EARLY}. */
    public String variable() {
        return "NOVUM_HOST_" + name();
    }
}
