package org.novum.spaceweather;

import java.net.URI;

/**
 * Where the feeds are; each may be a mirror or a local server.
 *
 * @param swpc NOAA's Space Weather Prediction Center
 * @param jsoc Stanford's Joint Science Operations Center, for SHARP
 * @param hek Heliophysics Event Knowledgebase
 * @param donki CCMC's database of notifications
 */
public record Hosts(URI swpc, URI jsoc, URI hek, URI donki) {
    /** The public services. */
    public static final Hosts PUBLIC = new Hosts(
            URI.create("https://services.swpc.noaa.gov"),
            URI.create("http://jsoc.stanford.edu"),
            URI.create("https://www.lmsal.com"),
            URI.create("https://kauai.ccmc.gsfc.nasa.gov"));
}
