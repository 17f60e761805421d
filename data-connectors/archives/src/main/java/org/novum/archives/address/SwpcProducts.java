package org.novum.archives.address;

/**
 * Products of NOAA's Space Weather Prediction Center: {@code swpc:json/…}, {@code swpc:products/…}, {@code swpc:text/…}.
 *
 * <p>They have the same paths below {@code https://services.swpc.noaa.gov}, for instance
 * {@code json/goes/primary/xrays-7-day.json}, {@code products/noaa-scales.json} and {@code text/daily-solar-indices.txt}
 * (SWPC's <a href="https://www.swpc.noaa.gov/content/data-access">data access</a>). Most change within minutes: what was
 * fetched stays as it was until it is renewed.
 */
final class SwpcProducts {
    private static final String FORM = "swpc:json/PATH, swpc:products/PATH or swpc:text/PATH, as in "
            + "swpc:json/goes/primary/xrays-7-day.json";

    private SwpcProducts() {}

    static ArchiveFile file(ArchiveHosts hosts, String address, String rest) {
        if (!ArchiveAddresses.isPlain(rest) || !rest.matches("(json|products|text)/.+\\.(json|txt)")) {
            throw ArchiveAddresses.wrong(address, "it names no product of SWPC", FORM);
        }
        return new ArchiveFile(
                address, hosts.at(Archive.SWPC, rest), "swpc/" + rest, "check the path at " + hosts.at(Archive.SWPC, ""));
    }
}
